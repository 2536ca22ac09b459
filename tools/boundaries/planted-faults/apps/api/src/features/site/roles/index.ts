export const roles = 'roles';
