import type { Database, Prisma, Tx } from '../../../platform/db/index.js';

/** A new mail address that is not confirmed yet. */
export type AddressChangeRow = Prisma.AddressChangeModel;

export function createAddressChangesRepo({ client }: Database) {
  return {
    find: (userId: string, tx?: Tx): Promise<AddressChangeRow | null> =>
      (tx ?? client).addressChange.findUnique({ where: { userId } }),
    findByToken: (tokenHash: Uint8Array<ArrayBuffer>): Promise<AddressChangeRow | null> =>
      client.addressChange.findUnique({ where: { tokenHash } }),
    listByUsers: (userIds: string[]): Promise<AddressChangeRow[]> =>
      client.addressChange.findMany({ where: { userId: { in: userIds } } }),
    /** Replaces an earlier one. */
    async put(tx: Tx, row: AddressChangeRow): Promise<void> {
      await tx.addressChange.upsert({ where: { userId: row.userId }, create: row, update: row });
    },
    /** @param tokenHash only if it belongs to this link. @returns whether there was one */
    async remove(tx: Tx, userId: string, tokenHash?: Uint8Array<ArrayBuffer>): Promise<boolean> {
      return (await tx.addressChange.deleteMany({ where: { userId, tokenHash } })).count > 0;
    },
  };
}
export type AddressChangesRepo = ReturnType<typeof createAddressChangesRepo>;
