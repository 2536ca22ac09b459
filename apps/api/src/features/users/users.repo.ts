import type { DashboardTab, Locale, Role } from '@tandem/domain';
import type { Database, Tx } from '../../platform/db/index.js';

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
    async create(user: UserRow): Promise<void> {
      await db.client.user.create({ data: user });
    },
    async update(id: string, change: UserChange, tx?: Tx): Promise<UserRow> {
      return (await (tx ?? db.client).user.update({ where: { id }, data: change })) as UserRow;
    },
  };
}
