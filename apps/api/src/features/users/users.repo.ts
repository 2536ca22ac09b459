import type { DashboardTab, Locale, Role } from '@tandem/domain';
import { isUniqueViolation, type Database, type Tx } from '../../platform/db/index.js';

export interface UserRow {
  id: string;
  siteId: string;
  email: string;
  name: string;
  role: Role;
  locale: Locale;
  passwordHash: string;
  mustChangePassword: boolean;
  firstSignInAt: Date | null;
  guidedAt: Date | null;
  /** Empty until another order than the first was chosen. */
  tabOrder: DashboardTab[];
  organisation: string;
  pictureId: string | null;
  disabledAt: Date | null;
  createdAt: Date;
}
export type UserChange = Partial<Omit<UserRow, 'id' | 'siteId' | 'createdAt'>>;

export function createUsersRepo(db: Database) {
  return {
    async findByEmail(siteId: string, email: string): Promise<UserRow | null> {
      return (await db.client.user.findUnique({ where: { siteId_email: { siteId, email } } })) as UserRow | null;
    },
    async find(id: string, tx?: Tx): Promise<UserRow | null> {
      return (await (tx ?? db.client).user.findUnique({ where: { id } })) as UserRow | null;
    },
    async listByIds(ids: readonly string[]): Promise<UserRow[]> {
      return (await db.client.user.findMany({ where: { id: { in: [...ids] } } })) as UserRow[];
    },
    async listActive(siteId: string): Promise<UserRow[]> {
      return (await db.client.user.findMany({ where: { siteId, disabledAt: null } })) as UserRow[];
    },
    async count(siteId: string): Promise<number> {
      return db.client.user.count({ where: { siteId } });
    },
    /** By name; `search` is a part of a name or an address. */
    async page(
      siteId: string,
      { search, after, take }: { search: string; after: { name: string; id: string } | null; take: number },
    ): Promise<UserRow[]> {
      const contains = { contains: search, mode: 'insensitive' } as const;
      const conditions = [
        ...(search ? [{ OR: [{ name: contains }, { email: contains }] }] : []),
        ...(after ? [{ OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] }] : []),
      ];
      return (await db.client.user.findMany({
        where: { siteId, AND: conditions },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take,
      })) as UserRow[];
    },
    async listByEmails(siteId: string, emails: string[]): Promise<UserRow[]> {
      return (await db.client.user.findMany({ where: { siteId, email: { in: emails } } })) as UserRow[];
    },
    /** Owners who can sign in. */
    async countOwners(tx: Tx, siteId: string): Promise<number> {
      return tx.user.count({
        where: { siteId, role: 'OWNER', disabledAt: null, firstSignInAt: { not: null } },
      });
    },
    /** Only who has never signed in. @returns whether there was one */
    async removeUnused(tx: Tx, id: string): Promise<boolean> {
      return (await tx.user.deleteMany({ where: { id, firstSignInAt: null } })).count > 0;
    },
    /** What `create` failed with: somebody at the site has this address. */
    isTaken: isUniqueViolation,
    async create(user: UserRow, tx?: Tx): Promise<void> {
      await (tx ?? db.client).user.create({ data: user });
    },
    async update(id: string, change: UserChange, tx?: Tx): Promise<UserRow> {
      return (await (tx ?? db.client).user.update({ where: { id }, data: change })) as UserRow;
    },
  };
}
