import { LIMITS, mayGrant } from '@tandem/domain';
import { newId } from '../../../platform/crypto/index.js';
import { assertBasedOn, Failure, staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { HistoryOf } from '../history/index.js';
import type { Sites } from '../sites/index.js';
import type { UserRow, Users } from '../users/index.js';
import type { FindRoles, SiteRole } from './find-roles.js';
import { isSameState, toState, type RoleState } from './role-state.js';
import { assertMayChangeRole, assertNameFree } from './roles.policy.js';
import type { RolesRepo } from './roles.repo.js';

interface Deps extends Uses<'db' | 'clock' | 'sockets'> {
  repo: RolesRepo;
  sites: Sites;
  users: Users;
  find: FindRoles;
  history: RoleHistory;
}
export type RoleHistory = HistoryOf<RoleState | null>;
/** The actor of the change, as of now. */
interface By {
  actor: UserRow;
  role: SiteRole;
}
export interface RoleWish {
  /** Null: a new one. */
  id?: string | null;
  name: string;
  permissions: readonly string[];
  /** The version that the wish is based on. */
  basedOn?: string | null;
}
export const stateOf = (role: SiteRole | null): RoleState | null =>
  role?.row ? { name: role.row.name, permissions: role.row.permissions } : null;

/**
 * The site's own roles: created, changed, deleted. The site's row is locked, so that a role can't be assigned while it
 * is deleted.
 */
export function createChangeRole({ db, clock, sockets, repo, sites, users, find, history }: Deps) {
  /** @returns ids of the accounts whose permissions change: their open connections are rechecked */
  async function holding(context: Context, work: (tx: Tx, by: By) => Promise<string[]>): Promise<void> {
    const ids = await db.transaction(async (tx) => {
      await sites.lock(tx, context.site.id);
      const actor = (await users.find(staffOf(context).userId, tx))!;
      return work(tx, { actor, role: await find.of(actor, tx) });
    });
    ids.forEach((id) => sockets.reopen(id));
  }

  async function assertRoom(tx: Tx, siteId: string, id: string, { name }: RoleState): Promise<void> {
    const others = (await repo.list(siteId, tx)).filter((row) => row.id !== id);
    if (others.length >= LIMITS.rolesPerSite) throw new Failure('ROLE_LIMIT', { limit: LIMITS.rolesPerSite });
    assertNameFree(
      name,
      others.map((row) => row.name),
    );
  }

  /** From the current state to the new one; null: does not exist. @returns ids of the accounts with the role */
  async function put(tx: Tx, { actor, role }: By, id: string, to: RoleState | null): Promise<string[]> {
    const { siteId } = actor;
    const from = stateOf(await find.find(siteId, id, tx));
    if (isSameState(from, to)) return [];
    assertMayChangeRole({ own: role.permissions, isOwnRole: actor.role === id, from, to });
    const changedById = actor.id;
    if (to) {
      await assertRoom(tx, siteId, id, to);
      await repo.put(tx, { id, siteId, changedById, changedAt: clock.now(), ...to });
    } else await repo.remove(tx, id);
    await history.add(tx, siteId, { subject: id, from, to, changedById });
    return users.listByRole(siteId, id, tx);
  }

  /** Assigns another role to all accounts with this one. @returns their ids */
  async function moveHolders(tx: Tx, { actor, role }: By, id: string, moveToId: string | null): Promise<string[]> {
    const holders = await users.listByRole(actor.siteId, id, tx);
    if (holders.length === 0) return [];
    if (!moveToId || moveToId === id) throw new Failure('ROLE_IN_USE', { count: holders.length });
    const next = await find.toGive(tx, actor.siteId, moveToId);
    if (!mayGrant(role.permissions, next.permissions)) throw new Failure('ROLE_TOO_HIGH');
    if (actor.role === id && !next.permissions.includes('roles.manage')) throw new Failure('LOCKS_YOU_OUT');
    await users.moveRole(tx, actor.siteId, id, moveToId);
    return holders;
  }

  async function assertOwn(tx: Tx, siteId: string, id: string): Promise<void> {
    if (!(await repo.find(siteId, id, tx))) throw new Failure('NOT_FOUND');
  }

  return {
    /** @returns the role's id */
    async save(context: Context, wish: RoleWish): Promise<string> {
      const id = wish.id ?? newId();
      const to = toState(wish);
      await holding(context, async (tx, by) => {
        if (wish.id) {
          await assertOwn(tx, context.site.id, id);
          assertBasedOn(wish.basedOn, stateOf(await find.find(context.site.id, id, tx)));
        }
        return put(tx, by, id, to);
      });
      return id;
    },
    async remove(context: Context, id: string, moveToId: string | null): Promise<void> {
      await holding(context, async (tx, by) => {
        await assertOwn(tx, context.site.id, id);
        const moved = await moveHolders(tx, by, id, moveToId);
        await put(tx, by, id, null);
        return moved;
      });
    },
    /** Restores the state before a change, unless the role was changed again. */
    async undo(context: Context, changeId: string): Promise<void> {
      await holding(context, async (tx, by) => {
        let holders: string[] = [];
        await history.undo(tx, context.site.id, changeId, {
          now: async (id) => stateOf(await find.find(context.site.id, id, tx)),
          async restore(id, before) {
            if (!before) await moveHolders(tx, by, id, null);
            holders = await put(tx, by, id, before);
          },
        });
        return holders;
      });
    },
  };
}
export type ChangeRole = ReturnType<typeof createChangeRole>;
