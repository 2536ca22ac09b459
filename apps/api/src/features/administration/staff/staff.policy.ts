import { mayGrant, type Permission } from '@tandem/domain';
import { Failure } from '../../../platform/graphql/index.js';
import type { SiteRole } from '../../site/roles/index.js';
import type { UserRow } from '../../site/users/index.js';

/** What a form of an account is based on. */
export const formOf = ({ name, role }: Pick<UserRow, 'name' | 'role'>) => ({ name, role });

interface Actor {
  userId: string;
  permissions: readonly Permission[];
}
interface Target {
  id: string;
  role: SiteRole;
}

/** Nobody can grant permissions that they lack. @throws Failure */
export function assertMayGrant({ permissions }: Actor, role: SiteRole): void {
  if (!mayGrant(permissions, role.permissions)) throw new Failure('ROLE_TOO_HIGH');
}

/** Requires the permission to change accounts, and all permissions of the account's role. @throws Failure */
export function assertMayChangeOthers(actor: Actor, role: SiteRole): void {
  if (!actor.permissions.includes('users.manage')) throw new Failure('FORBIDDEN');
  assertMayGrant(actor, role);
}

interface Change {
  target: Target;
  /** Null: the account is disabled. */
  role: SiteRole | null;
  /** Owners of the site who can sign in. */
  owners: number;
}

/** Whether the viewer may change the role or state of an account in this way. @throws Failure */
export function assertMayChange(actor: Actor, { target, role, owners }: Change): void {
  assertMayGrant(actor, target.role);
  if (role) assertMayGrant(actor, role);
  const endsOwner = target.role.id === 'OWNER' && role?.id !== 'OWNER';
  if (endsOwner && owners <= 1) throw new Failure('LAST_OWNER');
  const isSelf = target.id === actor.userId;
  if (isSelf && !role?.permissions.includes('users.manage')) throw new Failure('LOCKS_YOU_OUT');
}

/** Whether permissions were removed: open pages must be rechecked then. */
export const isLess = (before: SiteRole, after: SiteRole): boolean => !mayGrant(after.permissions, before.permissions);
