import type { Database, Prisma, Tx } from '../../../platform/db/index.js';

export type BrandingRow = Prisma.BrandingModel;

export function createBrandingRepo({ client }: Database) {
  return {
    async find(siteId: string, tx?: Tx): Promise<BrandingRow | null> {
      return (tx ?? client).branding.findUnique({ where: { siteId } });
    },
    async put(tx: Tx, row: BrandingRow): Promise<void> {
      await tx.branding.upsert({ where: { siteId: row.siteId }, create: row, update: row });
    },
  };
}
export type BrandingRepo = ReturnType<typeof createBrandingRepo>;
