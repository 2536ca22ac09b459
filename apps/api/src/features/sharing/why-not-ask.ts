import type { AbilityReason } from '@tandem/contract';
import type { ShareAction } from '@tandem/domain';
import type { Participants } from '../participants/index.js';
import type { AbilityFacts } from '../sessions/index.js';
import type { ScreenGate } from './end-share.js';
import { deviceFacts, whyNotAsk } from './sharing.policy.js';
import type { SharingRepo } from './sharing.repo.js';

interface Deps {
  repo: SharingRepo;
  participants: Participants;
  screens: ScreenGate;
}

/** Whether a share may be asked for now. The four acts are asked about together: what they depend on is read once. */
export function createWhyNot({ repo, participants, screens }: Deps) {
  async function load(sessionId: string) {
    const [people, running, isOnHold] = await Promise.all([
      participants.listBySessions([sessionId]),
      repo.listRunning(sessionId),
      screens.isOnHold(sessionId),
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
    const once = loaded.get(facts) ?? load(facts.session.id);
    loaded.set(facts, once);
    const reason = whyNotAsk(action, await once);
    const wasHere = facts.session.state === 'ACTIVE';
    return reason === 'CUSTOMER_NOT_PRESENT' && wasHere ? 'CUSTOMER_LEFT' : reason;
  };
}
