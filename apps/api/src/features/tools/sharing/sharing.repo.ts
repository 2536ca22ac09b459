import { SHARE_LIFECYCLE, statesBefore, type ShareMode, type ShareState } from '@tandem/domain';
import { Prisma, statement, table, type Database, type Tx } from '../../../platform/db/index.js';

export type ShareRow = Prisma.ShareModel;
/** Shares that are not over. */
const RUNNING: ShareState[] = ['ASKED', 'GRANTED', 'STARTING', 'LIVE'];
const SHOWN = 50;

const shareTable = table<ShareRow>('share', Prisma.ShareScalarFieldEnum);
const SHARE = shareTable.select('WHERE id = $1');
const SHARES = shareTable.select('WHERE id = ANY ($1)');
const SHARES_RUNNING = shareTable.select('WHERE session_id = $1 AND state = ANY ($2)');
const SHARES_SHOWN = shareTable.select(
  'WHERE session_id = $1 ORDER BY ended_at DESC NULLS FIRST, asked_at DESC, id DESC LIMIT $2',
);
const MODE = statement<{ mode: ShareMode }>('SELECT mode FROM share_option WHERE session_id = $1');

export function createSharingRepo({ client, sql }: Database) {
  const on = (tx?: Tx) => tx?.sql ?? sql;
  return {
    /** Null while unchanged. */
    async findMode(sessionId: string, tx?: Tx): Promise<ShareMode | null> {
      return (await on(tx)(MODE, [sessionId]))[0]?.mode ?? null;
    },
    async putMode(tx: Tx, row: { sessionId: string; siteId: string; mode: ShareMode }): Promise<void> {
      await tx.shareOption.upsert({ where: { sessionId: row.sessionId }, create: row, update: row });
    },
    async createShare(tx: Tx, row: ShareRow): Promise<void> {
      await tx.share.create({ data: row });
    },
    async findShare(id: string, tx?: Tx): Promise<ShareRow | null> {
      return (await on(tx)(SHARE, [id]))[0] ?? null;
    },
    /** @returns whether the lifecycle allowed it */
    async moveShare(tx: Tx, id: string, state: ShareState, change: Partial<ShareRow>): Promise<boolean> {
      const from = statesBefore(SHARE_LIFECYCLE, state);
      return (
        (await tx.share.updateMany({ where: { id, state: { in: from } }, data: { ...change, state } })).count === 1
      );
    },
    async setDue(tx: Tx, id: string, dueAt: Date): Promise<void> {
      await tx.share.update({ where: { id }, data: { dueAt } });
    },
    async setNotChosen(tx: Tx, id: string, notChosenAt: Date): Promise<void> {
      await tx.share.update({ where: { id }, data: { notChosenAt } });
    },
    listRunning: (sessionId: string, tx?: Tx): Promise<ShareRow[]> => on(tx)(SHARES_RUNNING, [sessionId, RUNNING]),
    /** Shares whose picker was open for too long. */
    async listDue(now: Date): Promise<ShareRow[]> {
      return client.share.findMany({ where: { dueAt: { lte: now }, state: 'GRANTED' }, take: 200 });
    },
    /** Shares that are starting and not live yet. */
    async listStarting(): Promise<ShareRow[]> {
      return client.share.findMany({ where: { dueAt: { not: null }, state: 'STARTING' }, take: 200 });
    },
    async findStarting(publisherId: string): Promise<ShareRow | null> {
      return client.share.findFirst({ where: { publisherId, state: 'STARTING' } });
    },
    /** Running ones, then the last ended ones. */
    listShares: (sessionId: string): Promise<ShareRow[]> => sql(SHARES_SHOWN, [sessionId, SHOWN]),
    listSharesByIds: (ids: readonly string[]): Promise<ShareRow[]> => sql(SHARES, [ids]),
    /** Assigns a session's running shares to another CSR. */
    async passRunning(tx: Tx, sessionId: string, askedById: string): Promise<void> {
      await tx.share.updateMany({ where: { sessionId, endedAt: null }, data: { askedById } });
    },
  };
}
export type SharingRepo = ReturnType<typeof createSharingRepo>;
