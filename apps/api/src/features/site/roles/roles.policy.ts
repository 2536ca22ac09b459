import { mayGrant, withImplied, type Permission } from '@tandem/domain';
import { Failure } from '../../../platform/graphql/index.js';
import { builtInNamed, sameName } from './role-names.js';
import type { RoleState } from './role-state.js';

/** Names identify roles, in lists and in files: they are unique, also among the built-in ones. @throws Failure */
export function assertNameFree(name: string, others: readonly string[]): void {
  const isTaken = builtInNamed(name) !== null || others.some((other) => sameName(other) === sameName(name));
  if (isTaken) throw new Failure('ROLE_NAME_TAKEN', { name });
}

interface Change {
  /** The permissions of the actor. */
  own: readonly Permission[];
  isOwnRole: boolean;
  from: RoleState | null;
  to: RoleState | null;
}
/** Nobody can create, change or delete a role with permissions that they lack. @throws Failure */
export function assertMayChangeRole({ own, isOwnRole, from, to }: Change): void {
  for (const state of [from, to])
    if (state && !mayGrant(own, withImplied(state.permissions))) throw new Failure('ROLE_TOO_HIGH');
  if (isOwnRole && to && !to.permissions.includes('roles.manage')) throw new Failure('LOCKS_YOU_OUT');
}
