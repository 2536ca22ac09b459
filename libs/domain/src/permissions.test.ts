import { describe, expect, it } from 'vitest';
import {
  CUSTOM_PERMISSIONS,
  mayGrant,
  PERMISSIONS,
  ROLE_PERMISSIONS,
  SCOPE_PERMISSIONS,
  withImplied,
} from './permissions.js';

describe('the roles that every site has', () => {
  it.each(Object.entries(ROLE_PERMISSIONS))('%s holds all that its permissions need', (_role, permissions) => {
    expect(withImplied(permissions)).toEqual(PERMISSIONS.filter((each) => permissions.includes(each)));
  });
});

describe('what a site’s own role may hold', () => {
  it('is all but one’s own account, which everybody has, and the making of owners', () => {
    expect(PERMISSIONS.filter((each) => !CUSTOM_PERMISSIONS.includes(each))).toEqual([
      'account.manage',
      'owners.manage',
    ]);
    for (const permission of CUSTOM_PERMISSIONS) expect(withImplied([permission])).not.toContain('owners.manage');
  });
});

const EVERYONE = ['account.manage'];
const CSR = [
  ...['account.manage', 'sessions.start', 'sessions.list', 'sessions.read', 'sessions.take', 'reports.read'],
  'cannedReplies.use',
];
const OWNERS_ALONE = ['templates.lock', 'owners.manage'];

describe('the table of roles', () => {
  it('is this one', () => {
    expect(ROLE_PERMISSIONS.CSR).toEqual(CSR);
    expect(ROLE_PERMISSIONS.SUPERVISOR).toEqual([...CSR, 'sessions.listAll', 'reports.readAll', 'concerns.read']);
    expect([...ROLE_PERMISSIONS.OWNER].sort()).toEqual([...PERMISSIONS].sort());
    expect([...ROLE_PERMISSIONS.ADMINISTRATOR].sort()).toEqual(
      PERMISSIONS.filter((each) => !OWNERS_ALONE.includes(each)).sort(),
    );
    const reads = ['sessions.list', 'sessions.listAll', 'reports.read', 'reports.readAll'];
    expect(ROLE_PERMISSIONS.INTEGRATOR).toEqual([...EVERYONE, ...reads]);
    expect(ROLE_PERMISSIONS.READ_ONLY_ADMINISTRATOR).toEqual([
      ...[...EVERYONE, ...reads],
      ...['settings.read', 'concerns.read', 'users.read'],
    ]);
    expect(ROLE_PERMISSIONS.AUDITOR).toEqual([
      ...[...EVERYONE, ...reads],
      ...['chat.readEarlier', 'notes.readPrivate', 'concerns.read'],
    ]);
    expect(SCOPE_PERMISSIONS).toEqual({
      'settings:read': ['settings.read'],
      'users:read': ['users.read'],
      'sessions:start': ['sessions.start'],
      'reports:read': reads,
    });
  });
});

describe('what makes no sense alone', () => {
  it.each([
    [[], []],
    [['sessions.list'], ['sessions.list']],
    [['sessions.read'], ['sessions.list', 'sessions.read']],
    [['sessions.take'], ['sessions.list', 'sessions.read', 'sessions.take']],
    [['sessions.start'], ['sessions.start', 'sessions.list', 'sessions.read', 'sessions.take']],
    [['sessions.listAll'], ['sessions.list', 'sessions.listAll']],
    [['reports.read'], ['sessions.list', 'reports.read']],
    [['reports.readAll'], ['sessions.list', 'sessions.listAll', 'reports.read', 'reports.readAll']],
    [['chat.readEarlier'], ['sessions.list', 'reports.read', 'chat.readEarlier']],
    [['notes.readPrivate'], ['sessions.list', 'reports.read', 'notes.readPrivate']],
    [['cannedReplies.manage'], ['cannedReplies.use', 'cannedReplies.manage']],
    [['settings.change'], ['settings.read', 'settings.change']],
    [['mail.readCaught'], ['settings.read', 'mail.readCaught']],
    [['concerns.handle'], ['concerns.read', 'concerns.handle']],
    [['users.manage'], ['users.read', 'users.manage']],
    [['roles.manage'], ['users.read', 'roles.manage']],
    [['branding.change'], ['settings.read', 'branding.change']],
    [['agreements.change'], ['settings.read', 'agreements.change']],
    [['templates.lock'], ['settings.read', 'templates.change', 'templates.lock']],
    [['owners.manage'], ['users.read', 'users.manage', 'owners.manage']],
  ] as const)('%j brings along all that it needs', (chosen, held) => {
    expect(withImplied(chosen)).toEqual([...EVERYONE, ...held]);
  });
});

it('nobody grants what they lack', () => {
  expect(mayGrant(['users.read', 'users.manage'], ['users.read'])).toBe(true);
  expect(mayGrant(['users.read'], ['users.read', 'users.manage'])).toBe(false);
  expect(mayGrant([], [])).toBe(true);
});
