import type { AbilityReason } from '@tandem/contract';
import { consentAsks, consentRule, type ConsentKind } from '@tandem/domain';
import type { Tx } from '../../../platform/index.js';
import type { ParticipantRow, Participants } from '../participants/index.js';
import type { AbilityFacts, Attendance, Sessions } from '../sessions/index.js';
import type { ConsentsQueries } from './consents.queries.js';

/** What a feature that uses a kind of consent checks before it is requested. */
export interface ConsentUse {
  /** Why it can't be requested now. */
  whyNot(facts: AbilityFacts): Promise<AbilityReason | null>;
  /** The same, in the transaction of the request. @throws Failure */
  assertMayAsk(tx: Tx, by: Attendance, customer: ParticipantRow): Promise<void>;
}

interface Deps {
  sessions: Sessions;
  participants: Participants;
  queries: ConsentsQueries;
}

/** The features that use consents; adds an ability for each act in the table of kinds. */
export function createConsentUses({ sessions, participants, queries }: Deps) {
  const uses = new Map<ConsentKind, ConsentUse>();

  async function whyNot(facts: AbilityFacts, kind: ConsentKind): Promise<AbilityReason | null> {
    const { context, session, seat } = facts;
    const people = await participants.queries.bySession(context, session.id);
    const isAskable =
      consentRule(kind).grantors === 'CUSTOMER'
        ? people.some(({ role, state }) => role === 'PRIMARY_CUSTOMER' && state === 'SEATED')
        : people.some(({ id, state }) => state === 'SEATED' && id !== seat.participantId);
    if (!isAskable) return session.state === 'ACTIVE' ? 'CUSTOMER_LEFT' : 'CUSTOMER_NOT_PRESENT';
    const reason = await uses.get(kind)?.whyNot(facts);
    if (reason) return reason;
    return (await queries.standing(context, session.id)).length > 0 ? 'QUESTION_STANDS' : null;
  }

  for (const { kind, act } of consentAsks()) sessions.abilities.add(act, (facts) => whyNot(facts, kind));
  return {
    add: (kind: ConsentKind, use: ConsentUse) => void uses.set(kind, use),
    of: (kind: ConsentKind) => uses.get(kind),
  };
}
export type ConsentUses = ReturnType<typeof createConsentUses>;
