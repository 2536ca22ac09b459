import type { Database } from '../../platform/db/index.js';

export interface CaughtMailRow {
  id: string;
  siteId: string | null;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  receivedAt: Date;
}

const KEPT = 500;

export function createMailRepo({ client }: Database) {
  return {
    async create(row: CaughtMailRow): Promise<void> {
      await client.caughtMail.create({ data: row });
    },
    list: (first: number): Promise<CaughtMailRow[]> =>
      client.caughtMail.findMany({ orderBy: [{ receivedAt: 'desc' }, { id: 'asc' }], take: first }),
    /** Forgets all but the newest: a catcher is no archive. */
    async trim(): Promise<void> {
      const old = await client.caughtMail.findMany({
        orderBy: { receivedAt: 'desc' },
        skip: KEPT,
        select: { id: true },
      });
      if (old.length) await client.caughtMail.deleteMany({ where: { id: { in: old.map((row) => row.id) } } });
    },
  };
}
export type MailRepo = ReturnType<typeof createMailRepo>;
