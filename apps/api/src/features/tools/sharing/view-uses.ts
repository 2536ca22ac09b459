import type { AbilityReason, ErrorCode } from '@tandem/contract';
import { SHARE_ACTIONS, type ShareAction } from '@tandem/domain';
import { Failure } from '../../../platform/graphql/index.js';
import type { Consents } from '../../session/consents/index.js';
import type { Media } from '../media/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { AbilityFacts } from '../../session/sessions/index.js';
import { deviceFacts, whyNotAsk, type AskFacts } from './sharing.policy.js';
import type { SharingQueries } from './sharing.queries.js';
import type { SharingRepo } from './sharing.repo.js';

interface Deps {
  consents: Consents;
  repo: SharingRepo;
  queries: SharingQueries;
  participants: Participants;
  media: Media;
}

const REFUSALS: Partial<Record<AbilityReason, ErrorCode>> = {
  CUSTOMER_ON_HOLD: 'CUSTOMER_ON_HOLD',
  DEVICE_CANNOT_SHARE: 'SHARE_NOT_SUPPORTED_BY_DEVICE',
  BROWSER_WITHOUT_MEDIA: 'SHARE_NOT_SUPPORTED_BY_DEVICE',
};

/** When consents to see and to show a screen can be requested. */
export function addViewUses({ consents, repo, queries, participants, media }: Deps): void {
  /** The acts are checked together: what they depend on is read once. */
  const loaded = new WeakMap<AbilityFacts, Promise<AskFacts>>();
  async function load({ context, session: { id: sessionId } }: AbilityFacts): Promise<AskFacts> {
    const [people, running, isOnHold] = await Promise.all([
      participants.queries.bySession(context, sessionId),
      queries.running(context, sessionId),
      media.isHeld(context, sessionId),
    ]);
    const customer = people.find(({ role, state }) => role === 'PRIMARY_CUSTOMER' && state === 'SEATED')!;
    return { customer: deviceFacts(customer), running, isOnHold };
  }

  const addUse = (action: ShareAction) =>
    consents.addUse(action, {
      async whyNot(facts) {
        const once = loaded.get(facts) ?? load(facts);
        loaded.set(facts, once);
        return whyNotAsk(action, await once);
      },
      async assertMayAsk(tx, { session: { id } }, customer) {
        const running = await repo.listRunning(id, tx);
        const isOnHold = await media.isOnHold(id, tx);
        const reason = whyNotAsk(action, { customer: deviceFacts(customer), running, isOnHold });
        if (reason) throw new Failure(REFUSALS[reason] ?? 'SHARE_ALREADY_RUNNING');
      },
    });
  SHARE_ACTIONS.forEach(addUse);
}
