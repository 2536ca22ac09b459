import type { AbilityReason } from '@tandem/contract';
import type { ShareAction } from '@tandem/domain';
import type { Media } from '../media/index.js';
import type { Participants } from '../participants/index.js';
import type { AbilityFacts } from '../sessions/index.js';
import { deviceFacts, whyNotAsk } from './sharing.policy.js';
import type { SharingQueries } from './sharing.queries.js';

interface Deps {
  queries: SharingQueries;
  participants: Participants;
  media: Media;
}

/** Whether a share may be asked for now. The four acts are asked about together: what they depend on is read once. */
export function createWhyNot({ queries, participants, media }: Deps) {
  async function load({ context, session: { id: sessionId } }: AbilityFacts) {
    const [people, running, isOnHold] = await Promise.all([
      participants.queries.bySession(context, sessionId),
      queries.running(context, sessionId),
      media.isHeld(context, sessionId),
    ]);
    const customer = people.find((row) => row.role === 'PRIMARY_CUSTOMER' && row.state === 'SEATED');
    return {
      customer: customer ? deviceFacts(customer) : null,
      running,
      isOnHold,
    };
  }
  const loaded = new WeakMap<AbilityFacts, ReturnType<typeof load>>();

  return async function whyNot(facts: AbilityFacts, action: ShareAction): Promise<AbilityReason | null> {
    const once = loaded.get(facts) ?? load(facts);
    loaded.set(facts, once);
    const reason = whyNotAsk(action, await once);
    const wasHere = facts.session.state === 'ACTIVE';
    return reason === 'CUSTOMER_NOT_PRESENT' && wasHere ? 'CUSTOMER_LEFT' : reason;
  };
}
