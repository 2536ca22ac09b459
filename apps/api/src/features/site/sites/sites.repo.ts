import type { Database, Prisma, Tx } from '../../../platform/db/index.js';

export type SiteRow = Prisma.SiteModel;

export function createSitesRepo(db: Database) {
  return {
    async all(tx?: Tx): Promise<SiteRow[]> {
      return (tx ?? db.client).site.findMany({ orderBy: { createdAt: 'asc' } });
    },
    async get(id: string, tx?: Tx): Promise<SiteRow> {
      return (tx ?? db.client).site.findUniqueOrThrow({ where: { id } });
    },
    async lock(tx: Tx, id: string): Promise<void> {
      await tx.$queryRaw`SELECT id FROM site WHERE id = ${id} FOR UPDATE`;
    },
    async create(site: SiteRow): Promise<void> {
      await db.client.site.create({ data: site });
    },
    async update(
      tx: Tx,
      id: string,
      change: Partial<Pick<SiteRow, 'name' | 'locale' | 'setupCompletedAt'>>,
    ): Promise<SiteRow> {
      return tx.site.update({ where: { id }, data: change });
    },
  };
}
export type SitesRepo = ReturnType<typeof createSitesRepo>;
