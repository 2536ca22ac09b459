import type { Database, Prisma, Tx } from '../../../platform/db/index.js';
import { afterCursor, type Cursor } from '../../../platform/graphql/paging.js';

export type ConcernRow = Prisma.ConcernModel;

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
    listUnnotified: (): Promise<ConcernRow[]> => client.concern.findMany({ where: { toldAt: null }, take: 50 }),
    /** @returns false when the mails were enqueued by another call */
    async markNotified(tx: Tx, id: string, toldAt: Date): Promise<boolean> {
      const { count } = await tx.concern.updateMany({ where: { id, toldAt: null }, data: { toldAt } });
      return count === 1;
    },
    /** @returns false when it was settled before */
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
