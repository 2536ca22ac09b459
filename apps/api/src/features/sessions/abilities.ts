import type { AbilityReason, Act } from '@tandem/contract';
import type { SessionRow } from './sessions.repo.js';
import { isCustomer, isSeated, type Seat } from './seat.js';
import type { AbilityType } from './sessions.types.js';

/** One object for all rules of one answer. */
export interface AbilityFacts {
  session: SessionRow;
  seat: Seat;
}
/** Null when the act may be used now, else why not. */
export type AbilityRule = (facts: AbilityFacts) => Promise<AbilityReason | null> | AbilityReason | null;

/** Each feature says of its acts whether they may be used; clients show the answer and never work it out themselves. */
export function createAbilities() {
  const rules = new Map<Act, { who: 'csr' | 'anyone'; rule: AbilityRule }>();
  return {
    add: (act: Act, who: 'csr' | 'anyone', rule: AbilityRule = () => null) => void rules.set(act, { who, rule }),
    async of(session: SessionRow, seat: Seat | null): Promise<AbilityType[]> {
      const facts = seat && { session, seat };
      const answers = [...rules].map(async ([act, { who, rule }]) => {
        let reason: AbilityReason | null;
        if (!facts || !isSeated(seat) || (who === 'csr' && isCustomer(seat))) reason = 'NOT_YOUR_SEAT';
        else reason = session.state === 'ENDED' ? 'SESSION_ENDED' : await rule(facts);
        return { act, isAllowed: reason === null, reason };
      });
      return Promise.all(answers);
    },
  };
}
export type Abilities = ReturnType<typeof createAbilities>;
