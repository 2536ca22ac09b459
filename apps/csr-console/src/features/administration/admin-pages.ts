/** The parts of the administration in their order, each with who may see it. */
export const ADMIN_PAGES = [
  { name: 'settings', permission: 'settings.read' },
  { name: 'users', permission: 'users.read' },
  { name: 'roles', permission: 'users.read' },
  { name: 'branding', permission: 'settings.read' },
  { name: 'addresses', permission: 'settings.read' },
  { name: 'templates', permission: 'settings.read' },
  { name: 'agreement', permission: 'settings.read' },
  { name: 'replies', permission: 'cannedReplies.manage' },
  { name: 'tokens', permission: 'tokens.manage' },
] as const;
export type AdminPage = (typeof ADMIN_PAGES)[number]['name'];
