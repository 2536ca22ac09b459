import type { Database, Prisma, Tx } from '../../../platform/db/index.js';
import { afterCursor, type Cursor } from '../../../platform/graphql/index.js';
import type { Content } from './content.js';

export interface ContentChangeRow<C extends Content = Content> {
  id: string;
  siteId: string;
  subject: string;
  from: C;
  to: C;
  changedById: string;
  changedAt: Date;
}
export interface Subject {
  siteId: string;
  subject: string;
}

export function createHistoryRepo({ client }: Database) {
  const orderBy: Prisma.ContentChangeOrderByWithRelationInput[] = [{ changedAt: 'desc' }, { id: 'desc' }];
  return {
    async create(tx: Tx, row: ContentChangeRow): Promise<void> {
      await tx.contentChange.create({ data: row });
    },
    async find(tx: Tx, id: string): Promise<ContentChangeRow | null> {
      return (await tx.contentChange.findUnique({ where: { id } })) as ContentChangeRow | null;
    },
    /** Newest first. */
    async list({ siteId, subject }: Subject, take: number, after?: Cursor, tx?: Tx): Promise<ContentChangeRow[]> {
      const beyond = after ? afterCursor(after, 'desc', { at: 'changedAt', id: 'id' }) : {};
      const where = { siteId, subject, ...beyond };
      return (await (tx ?? client).contentChange.findMany({ where, orderBy, take })) as ContentChangeRow[];
    },
    /** Deletes all but the newest. */
    async trim(tx: Tx, { siteId, subject }: Subject, kept: number): Promise<void> {
      const where = { siteId, subject };
      const old = await tx.contentChange.findMany({ where, orderBy, skip: kept, select: { id: true } });
      if (old.length) await tx.contentChange.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
    },
  };
}
