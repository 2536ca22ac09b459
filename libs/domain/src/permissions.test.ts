import { describe, expect, it } from 'vitest';
import { CUSTOM_PERMISSIONS, PERMISSIONS, ROLE_PERMISSIONS, withImplied } from './permissions.js';

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
