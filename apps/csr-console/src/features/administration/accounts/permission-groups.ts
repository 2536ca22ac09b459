import type { Permission } from '@tandem/domain';

/** Permissions in groups. The permission for the own account is everybody's, and not listed. */
export const PERMISSION_GROUPS = {
  sessions: ['sessions.start', 'sessions.take', 'sessions.list', 'sessions.read', 'sessions.listAll'],
  reports: ['reports.read', 'reports.readAll', 'chat.readEarlier', 'notes.readPrivate'],
  replies: ['cannedReplies.use', 'cannedReplies.manage'],
  people: ['users.read', 'users.manage', 'roles.manage', 'owners.manage'],
  site: [
    'settings.read',
    'settings.change',
    'branding.change',
    'agreements.change',
    'templates.change',
    'templates.lock',
  ],
  watch: ['concerns.read', 'concerns.handle', 'tokens.manage', 'mail.readCaught'],
} as const satisfies Record<string, readonly Permission[]>;
export type PermissionGroup = keyof typeof PERMISSION_GROUPS;

/** The groups with what of each is wanted, without those of which nothing is. */
export const groupsOf = (isWanted: (permission: Permission) => boolean) =>
  (Object.entries(PERMISSION_GROUPS) as [PermissionGroup, readonly Permission[]][])
    .map(([group, permissions]) => ({ group, permissions: permissions.filter(isWanted) }))
    .filter(({ permissions }) => permissions.length > 0);
