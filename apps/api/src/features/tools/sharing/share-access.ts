import type { SessionAct } from '@tandem/domain';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Platform, Tx } from '../../../platform/index.js';
import type { Attendance, Sessions } from '../../session/sessions/index.js';
import type { ShareRow, SharingRepo } from './sharing.repo.js';

/** Loads a share for a change by a seat of its session, with the session locked. */
export function createShareAccess({ events, repo, sessions }: Platform & { repo: SharingRepo; sessions: Sessions }) {
  return {
    change: (
      { viewer }: Context,
      shareId: string,
      act: SessionAct,
      work: (tx: Tx, share: ShareRow, by: Attendance) => Promise<void>,
    ): Promise<ShareRow> =>
      events.transaction(async (tx) => {
        const found = await repo.findShare(shareId, tx);
        if (!found) throw new Failure('NOT_FOUND');
        const by = await sessions.access.toAct(tx, viewer, found.sessionId, act);
        await work(tx, (await repo.findShare(shareId, tx))!, by);
        return (await repo.findShare(shareId, tx))!;
      }),
  };
}
export type ShareAccess = ReturnType<typeof createShareAccess>;
