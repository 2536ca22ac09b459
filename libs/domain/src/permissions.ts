import type { ApiTokenScope, Role } from './enums.js';

/**
 * All permissions of accounts, as `feature.verb`. Deny is the default: a role can only do what it lists. What a
 * participant may do *inside* a session depends on the seat (each feature's policy), not on these.
 */
export const PERMISSIONS = [
  'account.manage',
  'sessions.start',
  'sessions.list',
  'sessions.listAll',
  'sessions.read',
  'sessions.take',
  'reports.read',
  'reports.readAll',
  /** Earlier versions of changed or deleted messages. */
  'chat.readEarlier',
  /** Private notes of CSRs. */
  'notes.readPrivate',
  'cannedReplies.use',
  'cannedReplies.manage',
  'settings.read',
  'settings.change',
  'tokens.manage',
  'mail.readCaught',
  'concerns.read',
  'concerns.handle',
  'users.read',
  'users.manage',
  /** The site's own roles. */
  'roles.manage',
  'branding.change',
  'agreements.change',
  'templates.change',
  /** What an owner has in addition to an administrator. */
  'templates.lock',
  'owners.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const everyone = ['account.manage'] as const satisfies Permission[];
const csr = [
  ...everyone,
  'sessions.start',
  'sessions.list',
  'sessions.read',
  'sessions.take',
  'reports.read',
  'cannedReplies.use',
] as const satisfies Permission[];
const administrator = [
  ...csr,
  'sessions.listAll',
  'reports.readAll',
  'chat.readEarlier',
  'notes.readPrivate',
  'cannedReplies.manage',
  'settings.read',
  'settings.change',
  'tokens.manage',
  'mail.readCaught',
  'concerns.read',
  'concerns.handle',
  'users.read',
  'users.manage',
  'roles.manage',
  'branding.change',
  'agreements.change',
  'templates.change',
] as const satisfies Permission[];

/** The one table of built-in role × permission. The permissions of a site's own roles are in their rows. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  OWNER: [...administrator, 'templates.lock', 'owners.manage'],
  ADMINISTRATOR: administrator,
  READ_ONLY_ADMINISTRATOR: [
    ...everyone,
    'sessions.list',
    'sessions.listAll',
    'reports.read',
    'reports.readAll',
    'settings.read',
    'concerns.read',
    'users.read',
  ],
  SUPERVISOR: [...csr, 'sessions.listAll', 'reports.readAll', 'concerns.read'],
  CSR: csr,
  AUDITOR: [
    ...everyone,
    'sessions.list',
    'sessions.listAll',
    'reports.read',
    'reports.readAll',
    'chat.readEarlier',
    'notes.readPrivate',
    'concerns.read',
  ],
  INTEGRATOR: [...everyone, 'sessions.list', 'sessions.listAll', 'reports.read', 'reports.readAll'],
};

/** The permissions of an API token, by its scope. */
export const SCOPE_PERMISSIONS: Readonly<Record<ApiTokenScope, readonly Permission[]>> = {
  'settings:read': ['settings.read'],
  'users:read': ['users.read'],
  'sessions:start': ['sessions.start'],
  'reports:read': ['sessions.list', 'sessions.listAll', 'reports.read', 'reports.readAll'],
};

/** Implied permissions: one is useless without the other. */
const IMPLIED: Partial<Record<Permission, readonly Permission[]>> = {
  'sessions.start': ['sessions.take'],
  'sessions.take': ['sessions.read'],
  'sessions.read': ['sessions.list'],
  'sessions.listAll': ['sessions.list'],
  'reports.read': ['sessions.list'],
  'reports.readAll': ['reports.read', 'sessions.listAll'],
  'chat.readEarlier': ['reports.read'],
  'notes.readPrivate': ['reports.read'],
  'cannedReplies.manage': ['cannedReplies.use'],
  'settings.change': ['settings.read'],
  'mail.readCaught': ['settings.read'],
  'concerns.handle': ['concerns.read'],
  'users.manage': ['users.read'],
  'roles.manage': ['users.read'],
  'branding.change': ['settings.read'],
  'agreements.change': ['settings.read'],
  'templates.change': ['settings.read'],
  'templates.lock': ['templates.change'],
  'owners.manage': ['users.manage'],
};

/**
 * Permissions that a site's own role may have. The own account is everybody's; creating owners is reserved to owners,
 * or a site could have accounts above its owners.
 */
export const CUSTOM_PERMISSIONS: readonly Permission[] = PERMISSIONS.filter(
  (permission) => permission !== 'account.manage' && permission !== 'owners.manage',
);

/** The effective permissions of a role: with implied ones, and those that everybody has. */
export function withImplied(chosen: readonly Permission[]): Permission[] {
  const held = new Set<Permission>(everyone);
  const add = (permission: Permission): void => {
    held.add(permission);
    IMPLIED[permission]?.forEach(add);
  };
  chosen.forEach(add);
  return PERMISSIONS.filter((permission) => held.has(permission));
}

/**
 * Nobody can grant permissions that they lack: a role can be assigned, changed or removed by accounts with all of its
 * permissions.
 */
export const mayGrant = (own: readonly Permission[], granted: readonly Permission[]): boolean =>
  granted.every((permission) => own.includes(permission));
