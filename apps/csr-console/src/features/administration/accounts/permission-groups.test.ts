import { PERMISSIONS } from '@tandem/domain';
import { expect, it } from 'vitest';
import { PERMISSION_GROUPS } from './permission-groups';

it('every permission stands in one group, but that for one’s own account, which everybody has', () => {
  const grouped = Object.values(PERMISSION_GROUPS).flat();
  expect([...grouped, 'account.manage'].sort()).toEqual([...PERMISSIONS].sort());
});
