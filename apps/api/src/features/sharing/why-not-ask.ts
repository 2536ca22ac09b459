import type { AbilityReason } from '@tandem/contract';
import type { ShareAction } from '@tandem/domain';
import type { Participants } from '../participants/index.js';
import type { AbilityFacts } from '../sessions/index.js';
import { whyNotAsk } from './sharing.policy.js';
import type { SharingRepo } from './sharing.repo.js';

/** Whether a share may be asked for now. The four acts are asked about together: what they depend on is read once. */
export function createWhyNot({ repo, participants }: { repo: SharingRepo; participants: Participants }) {
  async function load(sessionId: string) {
    const [people, running] = await Promise.all([
      participants.listBySessions([sessionId]),
      repo.listRunning(sessionId),
    ]);
    const customer = people.find((row) => row.role === 'PRIMARY_CUSTOMER' && row.state === 'SEATED');
    return { customer: customer ? { canShareScreen: customer.device?.canShareScreen ?? false } : null, running };
  }
  const loaded = new WeakMap<AbilityFacts, ReturnType<typeof load>>();

  return async function whyNot(facts: AbilityFacts, action: ShareAction): Promise<AbilityReason | null> {
    const once = loaded.get(facts) ?? load(facts.session.id);
    loaded.set(facts, once);
    return whyNotAsk(action, await once);
  };
}
