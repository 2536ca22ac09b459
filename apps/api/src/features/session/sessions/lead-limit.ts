import { Failure } from '../../../platform/graphql/index.js';
import type { Tx } from '../../../platform/index.js';
import type { Settings } from '../../site/settings/index.js';
import type { SessionsRepo } from './sessions.repo.js';

/**
 * Limits how many live sessions a CSR may lead, started or taken over. Locked until the transaction ends, so that two
 * concurrent starts can't both pass.
 */
export function createAssertMayLead({ repo, settings }: { repo: SessionsRepo; settings: Settings }) {
  /** @throws SESSION_LIMIT */
  return async function assertMayLead(tx: Tx, siteId: string, userId: string): Promise<void> {
    await repo.lockStarter(tx, userId);
    const { sessionMode, liveSessionsPerCsr } = await settings.of(siteId, tx);
    const limit = sessionMode === 'SINGLE' ? 1 : liveSessionsPerCsr;
    if ((await repo.countLive(tx, userId)) >= limit) throw new Failure('SESSION_LIMIT', { limit });
  };
}
export type AssertMayLead = ReturnType<typeof createAssertMayLead>;
