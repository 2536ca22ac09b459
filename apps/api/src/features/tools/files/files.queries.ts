import { PATHS } from '@tandem/contract';
import { Failure, type Context, type Lazy } from '../../../platform/graphql/index.js';
import type { Participants } from '../../session/participants/index.js';
import { maySeeFile, mayWithdraw } from './files.policy.js';
import type { FileRow, FilesRepo } from './files.repo.js';
import type { FileType } from './files.types.js';
import type { ReceiveFile } from './receive-file.js';

const BY_ID = Symbol('files by id');

interface Deps {
  repo: FilesRepo;
  participants: Participants;
  receive: ReceiveFile;
}

function unlessKeysAreAway(error: unknown): number {
  if (error instanceof Failure && error.code === 'KEYS_UNAVAILABLE') return 0;
  throw error;
}

export function createFilesQueries({ repo, participants, receive }: Deps) {
  const { lazy, seatOf } = participants.queries;
  const toType = (row: FileRow): FileType => ({
    ...row,
    sender: lazy(row.senderId),
    uploadPath: PATHS.file(row.id),
    // the list must also load while the progress of uploads is unavailable
    received: () => receive.received(row).catch(unlessKeysAreAway),
    canWithdraw: async (_args, context) => {
      const seat = await seatOf(context, row.sessionId);
      return seat !== null && !row.endedAt && maySeeFile(row, seat) && mayWithdraw(row, seat);
    },
  });

  async function loadByIds(ids: readonly string[]): Promise<(FileRow | null)[]> {
    const rows = new Map((await repo.listByIds(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  }

  return {
    toType,
    /** The file of an event; null for a customer who may not see it. */
    lazy:
      (id: string): Lazy<FileType | null> =>
      async (_args, context) => {
        const row = await context.loader(BY_ID, loadByIds).load(id);
        if (!row) return null;
        // events about a published file stay visible after its end
        const seat = await seatOf(context, row.sessionId);
        const state = row.publishedAt ? 'PUBLISHED' : row.state;
        return maySeeFile({ ...row, state }, seat) ? toType(row) : null;
      },
    /** Oldest first. */
    async listForViewer(context: Context, sessionId: string): Promise<FileType[]> {
      const [seat, rows] = await Promise.all([seatOf(context, sessionId), repo.listBySession(sessionId)]);
      return rows.filter((row) => maySeeFile(row, seat)).map(toType);
    },
  };
}
export type FilesQueries = ReturnType<typeof createFilesQueries>;
