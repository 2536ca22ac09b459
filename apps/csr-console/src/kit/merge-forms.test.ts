import { expect, it } from 'vitest';
import { mergeForms } from './merge-forms';

const BASE = { name: 'Night', footer: '', 'roles.manage': true, 'replies.use': false };

it('takes over what the other one changed, and keeps what was entered here', () => {
  const { merged, changes } = mergeForms(
    BASE,
    { ...BASE, name: 'Evening', 'replies.use': true },
    { ...BASE, footer: 'Theirs', 'roles.manage': false },
  );
  expect(merged).toEqual({ name: 'Evening', footer: 'Theirs', 'roles.manage': false, 'replies.use': true });
  expect(changes).toEqual([
    { name: 'footer', from: '', to: 'Theirs', isMineKept: false },
    { name: 'roles.manage', from: 'true', to: '', isMineKept: false },
  ]);
});

it('keeps the own entry where both changed the same, and says what the other one entered', () => {
  const { merged, changes } = mergeForms(BASE, { ...BASE, name: 'Mine' }, { ...BASE, name: 'Theirs' });
  expect(merged.name).toBe('Mine');
  expect(changes).toEqual([{ name: 'name', from: 'Night', to: 'Theirs', isMineKept: true }]);
});

it('has nothing to say where both entered the same', () => {
  const same = { ...BASE, name: 'Same' };
  expect(mergeForms(BASE, same, same)).toEqual({ merged: same, changes: [] });
});
