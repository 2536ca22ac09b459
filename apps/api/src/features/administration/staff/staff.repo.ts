import type { Database, Prisma, Tx } from '../../../platform/db/index.js';

export type StaffLinkRow = Prisma.StaffLinkModel;

export function createStaffRepo({ client }: Database) {
  return {
    async createLink(tx: Tx, row: StaffLinkRow): Promise<void> {
      await tx.staffLink.create({ data: row });
    },
    findLink: (tokenHash: Uint8Array<ArrayBuffer>): Promise<StaffLinkRow | null> =>
      client.staffLink.findUnique({ where: { tokenHash } }),
    /** @returns false when it was used or invalidated */
    async useLink(tx: Tx, id: string, usedAt: Date): Promise<boolean> {
      return (await tx.staffLink.updateMany({ where: { id, usedAt: null }, data: { usedAt } })).count > 0;
    },
    isOpen: async (id: string, now: Date): Promise<boolean> =>
      (await client.staffLink.count({ where: { id, usedAt: null, expiresAt: { gt: now } } })) > 0,
    find: (id: string): Promise<StaffLinkRow | null> => client.staffLink.findUnique({ where: { id } }),
    /**
     * Invalidates older links: after a new link, a new password or the end of an account. @returns the invalidated
     * links
     */
    async removeLinks(tx: Tx, userId: string): Promise<string[]> {
      const links = await tx.staffLink.findMany({ where: { userId }, select: { id: true } });
      await tx.staffLink.deleteMany({ where: { userId } });
      return links.map(({ id }) => id);
    },
    /** Unused links of these accounts. */
    listOpen: (userIds: string[]): Promise<StaffLinkRow[]> =>
      client.staffLink.findMany({ where: { userId: { in: userIds }, usedAt: null }, orderBy: { createdAt: 'asc' } }),
  };
}
export type StaffRepo = ReturnType<typeof createStaffRepo>;
