import type { Database, Tx } from '../../platform/db/index.js';
import { afterCursor, type Cursor } from '../../platform/graphql/paging.js';

export interface ConcernRow {
  id: string;
  siteId: string;
  sessionId: string;
  reporterId: string;
  csrId: string | null;
  reportedAt: Date;
  mailedAt: Date | null;
  handledAt: Date | null;
  handledById: string | null;
}

export function createConcernsRepo({ client }: Database) {
  return {
    async create(tx: Tx, row: ConcernRow): Promise<void> {
      await tx.concern.create({ data: row });
    },
    find: (id: string, tx?: Tx): Promise<ConcernRow | null> => (tx ?? client).concern.findUnique({ where: { id } }),
    list: (siteId: string, take: number, after?: Cursor): Promise<ConcernRow[]> =>
      client.concern.findMany({
        where: { AND: [{ siteId }, after ? afterCursor(after, 'desc', { at: 'reportedAt', id: 'id' }) : {}] },
        orderBy: [{ reportedAt: 'desc' }, { id: 'desc' }],
        take,
      }),
    countOpen: (siteId: string): Promise<number> => client.concern.count({ where: { siteId, handledAt: null } }),
    listUnmailed: (): Promise<ConcernRow[]> => client.concern.findMany({ where: { mailedAt: null }, take: 50 }),
    async setMailed(id: string, mailedAt: Date): Promise<void> {
      await client.concern.update({ where: { id }, data: { mailedAt } });
    },
    /** @returns false when somebody has handled it before */
    async handle(id: string, handledById: string, handledAt: Date): Promise<boolean> {
      const { count } = await client.concern.updateMany({
        where: { id, handledAt: null },
        data: { handledById, handledAt },
      });
      return count === 1;
    },
  };
}
export type ConcernsRepo = ReturnType<typeof createConcernsRepo>;
