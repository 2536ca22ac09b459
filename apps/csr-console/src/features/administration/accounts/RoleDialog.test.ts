import { createTexts } from '@tandem/session-client';
import { flushPromises, mount } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { TandemError } from '../../../client';
import { en, ko } from '../../../texts';
import { useAccount } from '../../auth/use-account';
import RoleDialog from './RoleDialog.vue';
import type { Role, RolesStore } from './use-roles';

const OPENED: Role = {
  id: 'r',
  name: 'Night',
  version: 'v1',
  permissions: ['roles.manage', 'users.read', 'reports.read'],
  isGrantable: true,
  mayChange: true,
  userCount: 2,
};
/** Somebody else has taken away a permission. */
const THEIRS: Role = { ...OPENED, version: 'v2', permissions: ['users.read', 'reports.read'] };

it('gives no permission back that somebody else has taken away meanwhile, and says so', async () => {
  const account = useAccount();
  vi.spyOn(account, 'may').mockReturnValue(true);
  const save = vi.fn().mockRejectedValueOnce(new TandemError('CHANGED_MEANWHILE')).mockResolvedValue(undefined);
  const store = { save, readAgain: vi.fn(async () => THEIRS) } as unknown as RolesStore;
  const shown = mount(RoleDialog, {
    props: { store, role: OPENED },
    global: { plugins: [createTexts('en', { ko, en })], stubs: { UiDialog: { template: '<div><slot /></div>' } } },
  });
  const ticked = (permission: string) =>
    (shown.get(`[data-permission="${permission}"]`).element as HTMLInputElement).checked;
  await shown.get('[data-permission="cannedReplies.use"]').setValue(true);
  await shown.get('form').trigger('submit');
  await flushPromises();

  expect(save.mock.calls[0]![0]).toMatchObject({ id: 'r', basedOn: 'v1' });
  expect([ticked('roles.manage'), ticked('cannedReplies.use')]).toEqual([false, true]);
  expect(shown.text()).toContain(en.meanwhile.title);
  expect(shown.get('.meanwhile li').text()).toContain(en.roles.permission.roles.manage.label);
  expect(shown.emitted('close')).toBeUndefined();

  await shown.get('form').trigger('submit');
  await flushPromises();
  expect(save.mock.calls[1]![0]).toMatchObject({ id: 'r', name: 'Night', basedOn: 'v2' });
  expect([...save.mock.calls[1]![0].permissions].sort()).toEqual(['cannedReplies.use', 'reports.read', 'users.read']);
  expect(shown.emitted('close')).toHaveLength(1);
});
