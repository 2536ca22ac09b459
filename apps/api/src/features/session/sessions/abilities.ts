import { SESSION_ACTS, cellOf, mayAct, type SessionAct } from '@tandem/domain';
import type { AbilityReason } from '@tandem/contract';
import type { Context } from '../../../platform/graphql/index.js';
import type { SessionRow } from './sessions.repo.js';
import { isSeated, type Seat } from './seat.js';
import type { AbilityType } from './sessions.types.js';

/** Shared by all rules of one answer. */
export interface AbilityFacts {
  /** Of the request. */
  context: Context;
  session: SessionRow;
  seat: Seat;
}
/** Null when the act is allowed now, else the reason why not. */
export type AbilityRule = (facts: AbilityFacts) => Promise<AbilityReason | null> | AbilityReason | null;

/**
 * What a seat may do in a session now: the table of role × act, then the rule of the act's feature. Clients show the
 * result and never compute it themselves.
 */
export function createAbilities() {
  const rules = new Map<SessionAct, AbilityRule>();

  async function reasonOf(act: SessionAct, facts: AbilityFacts): Promise<AbilityReason | null> {
    const { session, seat } = facts;
    if (!isSeated(seat)) return 'NOT_YOUR_SEAT';
    if (!mayAct(seat, act)) return cellOf(seat.role, act) === false ? 'NOT_YOUR_SEAT' : 'RIGHT_NOT_GIVEN';
    if (session.state === 'ENDED') return 'SESSION_ENDED';
    return (await rules.get(act)?.(facts)) ?? null;
  }

  return {
    add: (act: SessionAct, rule: AbilityRule) => void rules.set(act, rule),
    async of(context: Context, session: SessionRow, seat: Seat | null): Promise<AbilityType[]> {
      const facts = seat && { context, session, seat };
      const answers = SESSION_ACTS.map(async (act) => {
        const reason = facts ? await reasonOf(act, facts) : 'NOT_YOUR_SEAT';
        return { act, isAllowed: reason === null, reason };
      });
      return Promise.all(answers);
    },
  };
}
export type Abilities = ReturnType<typeof createAbilities>;
