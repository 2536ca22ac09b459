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
  'branding.change',
  'agreements.change',
  'templates.change',
] as const satisfies Permission[];

/** The one table of role × permission. */
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
  'reports:read': ['sessions.list', 'sessions.listAll', 'reports.read', 'reports.readAll'],
};

/** Nobody grants what they lack: a role may be given, changed or taken away by who has all of its permissions. */
export const mayGrant = (own: readonly Permission[], role: Role): boolean =>
  ROLE_PERMISSIONS[role].every((permission) => own.includes(permission));

export const roleMay = (role: Role, permission: Permission): boolean => ROLE_PERMISSIONS[role].includes(permission);
