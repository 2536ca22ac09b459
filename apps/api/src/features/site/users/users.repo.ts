import { containing, isUniqueViolation, Prisma, table, type Database, type Tx } from '../../../platform/db/index.js';

export type UserRow = Prisma.UserModel;
export interface UserQuery {
  search: string;
  role: string | null;
  after: { name: string; id: string } | null;
  take: number;
}
export type UserChange = Partial<Omit<UserRow, 'id' | 'siteId' | 'createdAt'>>;

const users = table<UserRow>('"user"', Prisma.UserScalarFieldEnum);
const BY_ID = users.select('WHERE id = $1');
const BY_IDS = users.select('WHERE id = ANY($1)');

export function createUsersRepo(db: Database) {
  return {
    async findByEmail(siteId: string, email: string): Promise<UserRow | null> {
      return db.client.user.findUnique({ where: { siteId_email: { siteId, email } } });
    },
    async find(id: string, tx?: Tx): Promise<UserRow | null> {
      return (await (tx ?? db).sql(BY_ID, [id]))[0] ?? null;
    },
    listByIds: (ids: readonly string[]): Promise<UserRow[]> => db.sql(BY_IDS, [ids]),
    async listActive(siteId: string): Promise<UserRow[]> {
      return db.client.user.findMany({ where: { siteId, disabledAt: null } });
    },
    async count(siteId: string): Promise<number> {
      return db.client.user.count({ where: { siteId } });
    },
    /** Another account exists and has signed in. */
    async hasOthers(siteId: string, userId: string): Promise<boolean> {
      const where = { siteId, id: { not: userId }, firstSignInAt: { not: null }, disabledAt: null };
      return (await db.client.user.findFirst({ where, select: { id: true } })) !== null;
    },
    /** By name; `search` matches a part of a name or an address. */
    async page(siteId: string, { search, role, after, take }: UserQuery): Promise<UserRow[]> {
      const found = search && containing(search);
      const conditions = [
        ...(found ? [{ OR: [{ name: found }, { email: found }] }] : []),
        ...(after ? [{ OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] }] : []),
      ];
      return db.client.user.findMany({
        where: { siteId, ...(role && { role }), AND: conditions },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take,
      });
    },
    async listByEmails(siteId: string, emails: string[]): Promise<UserRow[]> {
      return db.client.user.findMany({ where: { siteId, email: { in: emails } } });
    },
    /** Owners who can sign in. */
    async countOwners(tx: Tx, siteId: string): Promise<number> {
      return tx.user.count({
        where: { siteId, role: 'OWNER', disabledAt: null, firstSignInAt: { not: null } },
      });
    },
    /** The number of accounts of each role. */
    async countByRole(siteId: string): Promise<Map<string, number>> {
      const rows = await db.client.user.groupBy({ by: ['role'], where: { siteId }, _count: true });
      return new Map(rows.map(({ role, _count }) => [role, _count]));
    },
    /** @returns ids of the accounts with the role */
    async listByRole(siteId: string, role: string, tx?: Tx): Promise<string[]> {
      const rows = await (tx ?? db.client).user.findMany({ where: { siteId, role }, select: { id: true } });
      return rows.map(({ id }) => id);
    },
    async moveRole(tx: Tx, siteId: string, from: string, to: string): Promise<void> {
      await tx.user.updateMany({ where: { siteId, role: from }, data: { role: to } });
    },
    /** Only if it has never signed in. @returns whether there was one */
    async removeUnused(tx: Tx, id: string): Promise<boolean> {
      return (await tx.user.deleteMany({ where: { id, firstSignInAt: null } })).count > 0;
    },
    /** Whether `create` failed because an account of the site has this address. */
    isTaken: isUniqueViolation,
    async create(user: UserRow, tx?: Tx): Promise<void> {
      await (tx ?? db.client).user.create({ data: user });
    },
    async update(id: string, change: UserChange, tx?: Tx): Promise<UserRow> {
      return (tx ?? db.client).user.update({ where: { id }, data: change });
    },
  };
}
