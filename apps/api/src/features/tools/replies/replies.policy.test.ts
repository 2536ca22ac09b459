import type { Permission } from '@tandem/domain';
import { expect, it } from 'vitest';
import type { Staff } from '../../../platform/graphql/index.js';
import { mayChange, mayUse } from './replies.policy.js';

const SITES = { ownerId: '' };
const MINE = { ownerId: 'me' };
const ANOTHERS = { ownerId: 'another' };
const staff = (...permissions: Permission[]): Staff => ({
  kind: 'staff',
  userId: 'me',
  authSessionId: 'a',
  mustChangePassword: false,
  permissions,
});

it('the site’s replies and one’s own may be used', () => {
  expect([SITES, MINE, ANOTHERS].map((reply) => mayUse(reply, staff('cannedReplies.use')))).toEqual([
    true,
    true,
    false,
  ]);
});

it('one’s own may be changed, the site’s with the permission, another person’s never', () => {
  const changeable = (...permissions: Permission[]) =>
    [SITES, MINE, ANOTHERS].map((reply) => mayChange(reply, staff(...permissions)));
  expect(changeable('cannedReplies.use')).toEqual([false, true, false]);
  expect(changeable('cannedReplies.use', 'cannedReplies.manage')).toEqual([true, true, false]);
});
