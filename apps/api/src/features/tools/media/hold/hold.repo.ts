import { Prisma, table, type Database, type Tx } from '../../../../platform/db/index.js';

export interface HoldRow {
  id: string;
  siteId: string;
  sessionId: string;
  byId: string;
  /** The message to the customer; may be empty. */
  message: string;
  heldSeq: number;
  startedAt: Date;
  endedAt: Date | null;
}

const OPEN = table('hold', Prisma.HoldScalarFieldEnum).select('WHERE session_id = ANY ($1) AND ended_at IS NULL');

export function createHoldRepo({ client, sql }: Database) {
  return {
    async create(tx: Tx, row: HoldRow): Promise<void> {
      await tx.hold.create({ data: row });
    },
    /** The current one. */
    async findOpen(sessionId: string, tx?: Tx): Promise<HoldRow | null> {
      return (await (tx?.sql ?? sql)<HoldRow>(OPEN, [[sessionId]]))[0] ?? null;
    },
    listOpen: (sessionIds: readonly string[]): Promise<HoldRow[]> => sql<HoldRow>(OPEN, [sessionIds]),
    listByIds: (ids: readonly string[]): Promise<HoldRow[]> =>
      client.hold.findMany({ where: { id: { in: [...ids] } } }),
    async end(tx: Tx, sessionId: string, endedAt: Date): Promise<void> {
      await tx.hold.updateMany({ where: { sessionId, endedAt: null }, data: { endedAt } });
    },
  };
}
export type HoldRepo = ReturnType<typeof createHoldRepo>;
