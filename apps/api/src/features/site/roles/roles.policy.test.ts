import type { Permission } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import { assertMayChangeRole, assertNameFree } from './roles.policy.js';

const codeOf = (act: () => void): unknown => {
  try {
    act();
    return null;
  } catch (cause) {
    return (cause as { extensions: { code: string } }).extensions.code;
  }
};

describe('the name of a role', () => {
  const taken = (name: string) => codeOf(() => assertNameFree(name, ['Night shift', '야간 근무']));

  it.each(['Night shift', ' night  SHIFT ', '야간 근무', '야간 근무'.normalize('NFD')])(
    'is taken where another one is %s',
    (name) => expect(taken(name)).toBe('ROLE_NAME_TAKEN'),
  );
  it.each(['Owner', 'read-only administrator', '관리자', 'ADMIN'])('is not that of a role of every site: %s', (name) =>
    expect(taken(name)).toBe('ROLE_NAME_TAKEN'),
  );
  it.each(['Night shift 2', '야간', 'Owners'])('is free where no other one is %s', (name) =>
    expect(taken(name)).toBeNull(),
  );
});

describe('a role is changed', () => {
  const role = (...permissions: Permission[]) => ({ name: 'x', permissions });
  const own: Permission[] = ['account.manage', 'users.read', 'roles.manage', 'sessions.list', 'reports.read'];
  const change = (from: ReturnType<typeof role> | null, to: ReturnType<typeof role> | null, isOwnRole = false) =>
    codeOf(() => assertMayChangeRole({ own, isOwnRole, from, to }));

  it('by who may do all that it may, before and after', () => {
    expect(change(null, role('reports.read'))).toBeNull();
    expect(change(null, role('settings.read'))).toBe('ROLE_TOO_HIGH');
    expect(change(role('settings.read'), role('reports.read'))).toBe('ROLE_TOO_HIGH');
    expect(change(role('settings.read'), null)).toBe('ROLE_TOO_HIGH');
    expect(change(role('reports.read'), null)).toBeNull();
  });

  it('only with what its permissions bring along', () => {
    // sessions.start brings sessions.read and sessions.take
    expect(
      codeOf(() =>
        assertMayChangeRole({
          own: [...own, 'sessions.start'],
          isOwnRole: false,
          from: null,
          to: role('sessions.start'),
        }),
      ),
    ).toBe('ROLE_TOO_HIGH');
  });

  it('never so that one can’t change roles any more oneself', () => {
    expect(change(role('roles.manage'), role('reports.read'), true)).toBe('LOCKS_YOU_OUT');
    expect(change(role('roles.manage'), role('roles.manage'), true)).toBeNull();
    expect(change(role('roles.manage'), role('reports.read'), false)).toBeNull();
    expect(change(role('roles.manage'), null, true)).toBeNull();
  });
});
