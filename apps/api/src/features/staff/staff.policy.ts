import { mayGrant, ROLE_PERMISSIONS, type Permission, type Role } from '@tandem/domain';
import { Failure } from '../../platform/graphql/index.js';

interface Actor {
  userId: string;
  permissions: readonly Permission[];
}
interface Target {
  id: string;
  role: Role;
}

/** Nobody gives what they lack. @throws Failure */
export function assertMayGrant({ permissions }: Actor, role: Role): void {
  if (!mayGrant(permissions, role)) throw new Failure('ROLE_TOO_HIGH');
}

interface Change {
  target: Target;
  /** Null: the account is disabled. */
  role: Role | null;
  /** Owners of the site who can sign in. */
  owners: number;
}

/** Whether this change of somebody's rights may be made by this actor. @throws Failure */
export function assertMayChange(actor: Actor, { target, role, owners }: Change): void {
  assertMayGrant(actor, target.role);
  if (role) assertMayGrant(actor, role);
  const endsOwner = target.role === 'OWNER' && role !== 'OWNER';
  if (endsOwner && owners <= 1) throw new Failure('LAST_OWNER');
  const isSelf = target.id === actor.userId;
  if (isSelf && !(role && ROLE_PERMISSIONS[role].includes('users.manage'))) throw new Failure('LOCKS_YOU_OUT');
}

/** Whether somebody has less than before: then their open pages must not go on as before. */
export const isLess = (before: Role, after: Role): boolean => !mayGrant(ROLE_PERMISSIONS[after], before);
