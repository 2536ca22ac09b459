import { CUSTOM_PERMISSIONS, type Permission } from '@tandem/domain';
import { Failure } from '../../../platform/graphql/index.js';

/** The state of an own role; each change stores the state before and after. */
export interface RoleState {
  name: string;
  /** As chosen, in the order of the table, without implied permissions. */
  permissions: Permission[];
}

/** Normalises a role from an input. @throws BAD_INPUT */
export function toState({ name, permissions }: { name: string; permissions: readonly string[] }): RoleState {
  const known = CUSTOM_PERMISSIONS.filter((permission) => permissions.includes(permission));
  const rule = permissions.length === 0 ? 'REQUIRED' : known.length < new Set(permissions).size ? 'INVALID' : null;
  if (rule) throw new Failure('BAD_INPUT', {}, [{ path: 'permissions', rule }]);
  return { name: name, permissions: known };
}

export const isSameState = (one: RoleState | null, other: RoleState | null): boolean =>
  one && other ? one.name === other.name && one.permissions.toString() === other.permissions.toString() : one === other;
