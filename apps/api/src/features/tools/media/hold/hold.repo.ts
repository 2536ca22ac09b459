import { Prisma, table, type Database, type Tx } from '../../../../platform/db/index.js';

export type HoldRow = Prisma.HoldModel;

const OPEN = table<HoldRow>('hold', Prisma.HoldScalarFieldEnum).select(
  'WHERE session_id = ANY ($1) AND ended_at IS NULL',
);

export function createHoldRepo({ client, sql }: Database) {
  return {
    async create(tx: Tx, row: HoldRow): Promise<void> {
      await tx.hold.create({ data: row });
    },
    /** The current one. */
    async findOpen(sessionId: string, tx?: Tx): Promise<HoldRow | null> {
      return (await (tx?.sql ?? sql)(OPEN, [[sessionId]]))[0] ?? null;
    },
    listOpen: (sessionIds: readonly string[]): Promise<HoldRow[]> => sql(OPEN, [sessionIds]),
    listByIds: (ids: readonly string[]): Promise<HoldRow[]> =>
      client.hold.findMany({ where: { id: { in: [...ids] } } }),
    async end(tx: Tx, sessionId: string, endedAt: Date): Promise<void> {
      await tx.hold.updateMany({ where: { sessionId, endedAt: null }, data: { endedAt } });
    },
  };
}
export type HoldRepo = ReturnType<typeof createHoldRepo>;
