import type { Database, Tx } from '../../platform/db/index.js';

export interface HoldRow {
  id: string;
  siteId: string;
  sessionId: string;
  byId: string;
  /** What the customer reads meanwhile; may be empty. */
  message: string;
  heldSeq: number;
  startedAt: Date;
  endedAt: Date | null;
}

export function createHoldRepo({ client }: Database) {
  return {
    async create(tx: Tx, row: HoldRow): Promise<void> {
      await tx.hold.create({ data: row });
    },
    /** The one that stands now. */
    findOpen: (sessionId: string, tx?: Tx): Promise<HoldRow | null> =>
      (tx ?? client).hold.findFirst({ where: { sessionId, endedAt: null } }),
    listOpen: (sessionIds: readonly string[]): Promise<HoldRow[]> =>
      client.hold.findMany({ where: { sessionId: { in: [...sessionIds] }, endedAt: null } }),
    listByIds: (ids: readonly string[]): Promise<HoldRow[]> =>
      client.hold.findMany({ where: { id: { in: [...ids] } } }),
    async end(tx: Tx, sessionId: string, endedAt: Date): Promise<void> {
      await tx.hold.updateMany({ where: { sessionId, endedAt: null }, data: { endedAt } });
    },
  };
}
export type HoldRepo = ReturnType<typeof createHoldRepo>;
