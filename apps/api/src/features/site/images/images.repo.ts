import type { Database, Prisma, Tx } from '../../../platform/db/index.js';

export type ImageRow = Prisma.ImageModel;

export function createImagesRepo({ client }: Database) {
  return {
    async create(tx: Tx, row: ImageRow): Promise<void> {
      await tx.image.create({ data: row });
    },
    find: (siteId: string, id: string, tx?: Tx): Promise<ImageRow | null> =>
      (tx ?? client).image.findFirst({ where: { id, siteId } }),
    async remove(tx: Tx, siteId: string, id: string): Promise<void> {
      await tx.image.deleteMany({ where: { id, siteId } });
    },
    /** Deletes images without references that were stored before this time. */
    async removeOthers(
      tx: Tx,
      { siteId, kind, used, before }: { siteId: string; kind: string; used: string[]; before: Date },
    ): Promise<void> {
      await tx.image.deleteMany({ where: { siteId, kind, id: { notIn: used }, createdAt: { lt: before } } });
    },
  };
}
export type ImagesRepo = ReturnType<typeof createImagesRepo>;
