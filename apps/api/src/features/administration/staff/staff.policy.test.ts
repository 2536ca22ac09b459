import { ROLE_PERMISSIONS, type Permission, type Role } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import type { SiteRole } from '../../site/roles/index.js';
import { assertMayChange, assertMayChangeOthers, assertMayGrant, isLess } from './staff.policy.js';

const codeOf = (act: () => void): unknown => {
  try {
    act();
    return null;
  } catch (cause) {
    return (cause as { extensions: { code: string } }).extensions.code;
  }
};
const role = (id: Role) => ({ id, permissions: ROLE_PERMISSIONS[id] }) as unknown as SiteRole;
const own = (id: string, permissions: Permission[]) => ({ id, permissions }) as unknown as SiteRole;
const actor = (id: Role) => ({ userId: 'me', permissions: ROLE_PERMISSIONS[id] });

describe('a role is given', () => {
  it('by who may do all that it may', () => {
    expect(codeOf(() => assertMayGrant(actor('ADMINISTRATOR'), role('CSR')))).toBeNull();
    expect(codeOf(() => assertMayGrant(actor('ADMINISTRATOR'), role('ADMINISTRATOR')))).toBeNull();
    expect(codeOf(() => assertMayGrant(actor('ADMINISTRATOR'), role('OWNER')))).toBe('ROLE_TOO_HIGH');
  });

  it('to others only by who manages accounts', () => {
    expect(codeOf(() => assertMayChangeOthers(actor('ADMINISTRATOR'), role('CSR')))).toBeNull();
    expect(codeOf(() => assertMayChangeOthers(actor('CSR'), role('CSR')))).toBe('FORBIDDEN');
    expect(codeOf(() => assertMayChangeOthers(actor('ADMINISTRATOR'), role('OWNER')))).toBe('ROLE_TOO_HIGH');
  });
});

describe('the rights of an account are changed', () => {
  const change = (by: Role, from: Role, to: SiteRole | null, { id = 'other', owners = 2 } = {}) =>
    codeOf(() => assertMayChange(actor(by), { target: { id, role: role(from) }, role: to, owners }));

  it('by who may do all that it may, before and after', () => {
    expect(change('ADMINISTRATOR', 'CSR', role('SUPERVISOR'))).toBeNull();
    expect(change('ADMINISTRATOR', 'OWNER', role('CSR'))).toBe('ROLE_TOO_HIGH');
    expect(change('ADMINISTRATOR', 'CSR', role('OWNER'))).toBe('ROLE_TOO_HIGH');
    expect(change('ADMINISTRATOR', 'CSR', null)).toBeNull();
    expect(change('ADMINISTRATOR', 'OWNER', null)).toBe('ROLE_TOO_HIGH');
  });

  it.each([
    [0, 'LAST_OWNER'],
    [1, 'LAST_OWNER'],
    [2, null],
  ])('so that an owner remains: with %i owners %s', (owners, code) => {
    expect(change('OWNER', 'OWNER', role('ADMINISTRATOR'), { owners })).toBe(code);
    expect(change('OWNER', 'OWNER', null, { owners })).toBe(code);
    expect(change('OWNER', 'OWNER', role('OWNER'), { owners })).toBeNull();
    expect(change('OWNER', 'CSR', role('ADMINISTRATOR'), { owners })).toBeNull();
  });

  it('never so that one could not change it back oneself', () => {
    expect(change('ADMINISTRATOR', 'ADMINISTRATOR', role('CSR'), { id: 'me' })).toBe('LOCKS_YOU_OUT');
    expect(change('ADMINISTRATOR', 'ADMINISTRATOR', null, { id: 'me' })).toBe('LOCKS_YOU_OUT');
    expect(change('OWNER', 'OWNER', role('ADMINISTRATOR'), { id: 'me' })).toBeNull();
    expect(change('ADMINISTRATOR', 'ADMINISTRATOR', role('CSR'))).toBeNull();
  });
});

it('somebody has less who can’t do something any more, whatever they can besides', () => {
  const night = own('night', ['sessions.list', 'reports.read']);
  expect(isLess(night, own('night', ['sessions.list', 'reports.read', 'users.read']))).toBe(false);
  expect(isLess(night, own('night', ['sessions.list', 'users.read', 'users.manage']))).toBe(true);
  expect(isLess(night, night)).toBe(false);
});
