import { withImplied, type Permission } from '@tandem/domain';
import { useI18n } from 'vue-i18n';
import type { TheirChange } from '../../../kit/merge-forms';
import type { ChangePart } from '../history/use-changes';
import type { RoleChange } from './use-roles';

/** With the implied permissions: one that another permission still implies was not taken. */
const held = ({ permissions }: { permissions: readonly string[] }) => withImplied(permissions as Permission[]);

/** Words for roles and permissions: a site's own role bears its name, the others are named in the reader's language. */
export function useRoleText() {
  const { t } = useI18n();
  const permissionName = (permission: string): string => t(`roles.permission.${permission}.label`);
  const permissionNames = (permissions: readonly string[]): string => permissions.map(permissionName).join(', ');

  function whatChanged({ from, to }: RoleChange): string[] {
    if (!to) return [t('roles.deleted')];
    if (!from) return [t('roles.made')];
    const [before, after] = [held(from), held(to)];
    const added = after.filter((each) => !before.includes(each));
    const taken = before.filter((each) => !after.includes(each));
    return [
      ...(from.name === to.name ? [] : [t('roles.renamed', { name: from.name })]),
      ...(added.length ? [t('roles.added', { what: permissionNames(added) })] : []),
      ...(taken.length ? [t('roles.taken', { what: permissionNames(taken) })] : []),
    ];
  }
  return {
    roleName: ({ id, name }: { id: string; name?: string | null }): string => name ?? t(`role.${id}`),
    roleHint: ({ id, name }: { id: string; name?: string | null }): string => (name == null ? t(`roleHint.${id}`) : ''),
    permissionName,
    permissionHint: (permission: Permission): string => t(`roles.permission.${permission}.hint`),
    permissionNames,
    /** A change of somebody else, while the role is open in a form. */
    meanwhilePart: ({ name, from, to }: TheirChange): ChangePart =>
      name === 'name'
        ? { label: t('roles.name'), what: to, was: from }
        : { label: permissionName(name), what: t(to ? 'meanwhile.added' : 'meanwhile.removed') },
    partsOf: (change: RoleChange): ChangePart[] => [
      { label: (change.to ?? change.from)!.name, what: whatChanged(change).join('\n') },
    ],
  };
}
