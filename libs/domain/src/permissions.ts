import type { ApiTokenScope, Role } from './enums.js';

/**
 * Everything that an account may be allowed to do, as `feature.verb`. Deny is the default: what a role doesn't list it
 * can't do. What somebody may do *inside* a session is decided by the seat there (each feature's policy), not here.
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
  /** What a message said before its sender changed or deleted it. */
  'chat.readEarlier',
  /** What a CSR wrote down for nobody else. */
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
  /** What an owner has over an administrator. */
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

/** The one table of built-in role × permission. What a site's own roles may do stands in their rows. */
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

/** What an integrator's token may do, by its scope. */
export const SCOPE_PERMISSIONS: Readonly<Record<ApiTokenScope, readonly Permission[]>> = {
  'settings:read': ['settings.read'],
  'users:read': ['users.read'],
  'sessions:start': ['sessions.start'],
  'reports:read': ['sessions.list', 'sessions.listAll', 'reports.read', 'reports.readAll'],
};

/** What makes no sense alone: who may do the one may do the others too. */
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
 * What a site's own role may hold. One's own account is everybody's; to make owners is the owner's alone, or a site
 * could have people above its owners.
 */
export const CUSTOM_PERMISSIONS: readonly Permission[] = PERMISSIONS.filter(
  (permission) => permission !== 'account.manage' && permission !== 'owners.manage',
);

/** What a role really holds that was given these: with what they need, and what everybody has. */
export function withImplied(chosen: readonly Permission[]): Permission[] {
  const held = new Set<Permission>(everyone);
  const add = (permission: Permission): void => {
    held.add(permission);
    IMPLIED[permission]?.forEach(add);
  };
  chosen.forEach(add);
  return PERMISSIONS.filter((permission) => held.has(permission));
}

/** Nobody grants what they lack: a role may be given, changed or taken away by who has all of its permissions. */
export const mayGrant = (own: readonly Permission[], granted: readonly Permission[]): boolean =>
  granted.every((permission) => own.includes(permission));
