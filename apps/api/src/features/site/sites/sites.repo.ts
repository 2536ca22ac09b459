import type { Locale } from '@tandem/domain';
import type { Database, Tx } from '../../../platform/db/index.js';

export interface SiteRow {
  id: string;
  name: string;
  locale: Locale;
  setupCompletedAt: Date | null;
}

export function createSitesRepo(db: Database) {
  return {
    async all(tx?: Tx): Promise<SiteRow[]> {
      return (await (tx ?? db.client).site.findMany({ orderBy: { createdAt: 'asc' } })) as SiteRow[];
    },
    async get(id: string, tx?: Tx): Promise<SiteRow> {
      return (await (tx ?? db.client).site.findUniqueOrThrow({ where: { id } })) as SiteRow;
    },
    async lock(tx: Tx, id: string): Promise<void> {
      await tx.$queryRaw`SELECT id FROM site WHERE id = ${id} FOR UPDATE`;
    },
    async create(site: SiteRow & { createdAt: Date }): Promise<void> {
      await db.client.site.create({ data: site });
    },
    async update(
      tx: Tx,
      id: string,
      change: Partial<Pick<SiteRow, 'name' | 'locale' | 'setupCompletedAt'>>,
    ): Promise<SiteRow> {
      return (await tx.site.update({ where: { id }, data: change })) as SiteRow;
    },
  };
}
export type SitesRepo = ReturnType<typeof createSitesRepo>;
