import type { Database, Prisma, Tx } from '../../../platform/db/index.js';
import { afterCursor, type Cursor } from '../../../platform/graphql/index.js';

/** One thing with a history; without `subject`, all things of its kind. */
export interface Subject {
  siteId: string;
  kind: string;
  subject?: string;
}
/** A change from one state to another. */
export interface Change<State> {
  id: string;
  subject: string;
  from: State;
  to: State;
  changedById: string;
  changedAt: Date;
}
interface Listing {
  take?: number;
  after?: Cursor | undefined;
}

/** A state is written and read by the feature that it belongs to. */
const toChange = <State>({ from, to, ...row }: Change<unknown>): Change<State> => ({
  ...row,
  from: from as State,
  to: to as State,
});

export function createHistoryRepo({ client }: Database) {
  const orderBy: Prisma.SiteChangeOrderByWithRelationInput[] = [{ changedAt: 'desc' }, { id: 'desc' }];
  return {
    async create(tx: Tx, { from, to, ...row }: Change<object | null> & Required<Subject>): Promise<void> {
      await tx.siteChange.create({ data: { ...row, ...(from && { from }), ...(to && { to }) } });
    },
    async find<State>(tx: Tx, subject: Subject, id: string): Promise<Change<State> | null> {
      const row = await tx.siteChange.findFirst({ where: { id, ...subject } });
      return row && toChange(row);
    },
    /** Newest first. */
    async list<State>(subject: Subject, { take, after }: Listing, tx?: Tx): Promise<Change<State>[]> {
      const where = { ...subject, ...(after && afterCursor(after, 'desc', { at: 'changedAt', id: 'id' })) };
      const rows = await (tx ?? client).siteChange.findMany({ where, orderBy, ...(take && { take }) });
      return rows.map((row) => toChange(row));
    },
    /** Deletes all but the newest. */
    async trim(tx: Tx, where: Required<Subject>, kept: number): Promise<void> {
      const old = await tx.siteChange.findMany({ where, orderBy, skip: kept, select: { id: true } });
      if (old.length) await tx.siteChange.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
    },
  };
}
export type HistoryRepo = ReturnType<typeof createHistoryRepo>;
