import type { Permission } from '@tandem/domain';
import { useI18n } from 'vue-i18n';

/** Words for roles and permissions: a site's own role bears its name, the others are named in the reader's language. */
export function useRoleText() {
  const { t } = useI18n();
  const permissionName = (permission: string): string => t(`roles.permission.${permission}.label`);
  return {
    roleName: ({ id, name }: { id: string; name?: string | null }): string => name ?? t(`role.${id}`),
    roleHint: ({ id, name }: { id: string; name?: string | null }): string => (name == null ? t(`roleHint.${id}`) : ''),
    permissionName,
    permissionHint: (permission: Permission): string => t(`roles.permission.${permission}.hint`),
    permissionNames: (permissions: readonly string[]): string => permissions.map(permissionName).join(', '),
  };
}
