import type { Database, Prisma, Tx } from '../../../platform/db/index.js';

export type HostRow = Prisma.SiteHostModel;

export function createHostsRepo({ client }: Database) {
  return {
    all: (tx?: Tx): Promise<HostRow[]> => (tx ?? client).siteHost.findMany({ orderBy: { addedAt: 'asc' } }),
    find: (host: string, tx?: Tx): Promise<HostRow | null> => (tx ?? client).siteHost.findUnique({ where: { host } }),
    async create(tx: Tx, row: HostRow): Promise<void> {
      await tx.siteHost.create({ data: row });
    },
    async remove(tx: Tx, host: string): Promise<void> {
      await tx.siteHost.delete({ where: { host } });
    },
    /** None with null. */
    async setMain(tx: Tx, siteId: string, host: string | null): Promise<void> {
      await tx.siteHost.updateMany({ where: { siteId, isMain: true }, data: { isMain: false } });
      if (host) await tx.siteHost.update({ where: { host }, data: { isMain: true } });
    },
    async setNonce(host: string, nonce: string | null): Promise<void> {
      await client.siteHost.updateMany({ where: { host }, data: { nonce } });
    },
    async setSeen(host: string, seenAt: Date | null): Promise<void> {
      await client.siteHost.updateMany({ where: { host }, data: { seenAt } });
    },
  };
}
export type HostsRepo = ReturnType<typeof createHostsRepo>;
