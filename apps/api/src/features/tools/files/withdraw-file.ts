import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import { SYSTEM } from '../../../platform/events/index.js';
import { actorOf, type Sessions } from '../../session/sessions/index.js';
import type { FileMover } from './move-file.js';
import { maySeeFile, mayWithdraw } from './files.policy.js';
import type { FileRow, FilesRepo } from './files.repo.js';
import type { RunningHashes } from './running-hashes.js';

interface Deps extends Uses<'clock' | 'events'> {
  repo: FilesRepo;
  sessions: Sessions;
  mover: FileMover;
  hashes: RunningHashes;
}

/** Withdraws a file, or cancels an upload: it can't be downloaded any more, and its content is deleted. */
export function createWithdrawFile({ events, clock, repo, sessions, mover, hashes }: Deps) {
  return {
    withdraw: (context: Context, fileId: string): Promise<FileRow> =>
      events.transaction(async (tx) => {
        const file = await repo.find(fileId, tx);
        if (!file || file.siteId !== context.site.id) throw new Failure('NOT_FOUND');
        const { seat } = await sessions.access.toAct(tx, context.viewer, file.sessionId, 'withdrawFile');
        if (!maySeeFile(file, seat)) throw new Failure('NOT_FOUND');
        if (!mayWithdraw(file, seat)) throw new Failure('FORBIDDEN');
        const wasPublished = file.state === 'PUBLISHED';
        const told = { type: 'files.withdrawn', actor: actorOf(seat), wasPublished } as const;
        const isMoved = await mover.move(file, { to: 'WITHDRAWN', ...told }, tx);
        if (!isMoved && file.state !== 'WITHDRAWN') throw new Failure('FILE_GONE');
        hashes.forget(fileId);
        return (await repo.find(fileId, tx))!;
      }),
    /** Uploads of a person who has left are cancelled. */
    async giveUpOf(tx: Tx, sessionId: string, participantId: string): Promise<void> {
      for (const file of await repo.listUnfinished(tx, sessionId, participantId)) {
        const told = { type: 'files.withdrawn', actor: SYSTEM, wasPublished: false } as const;
        await mover.move(file, { to: 'WITHDRAWN', ...told }, tx);
      }
    },
    /** Unfinished uploads end with the session, without events of their own. */
    async giveUpAll(tx: Tx, sessionId: string): Promise<void> {
      for (const { id, state } of await repo.listBySession(sessionId, tx))
        if (state === 'UPLOADING') await repo.move(tx, id, 'WITHDRAWN', { endedAt: clock.now() });
    },
  };
}
export type WithdrawFile = ReturnType<typeof createWithdrawFile>;
