import { createTexts } from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { defineComponent, h } from 'vue';
import { describe, expect, it, vi } from 'vitest';
import { en, ko } from '../../../texts';
import { useRoleText } from '../accounts/use-role-text';
import type { RoleChange } from '../accounts/use-roles';
import { useBrandingText } from '../branding/use-branding-text';
import { useSettingText } from '../settings/use-setting-text';
import type { SettingChange } from '../settings/use-settings';
import ChangeList from './ChangeList.vue';
import type { ChangePart, RecordedChange } from './use-changes';

const SIGNED = { id: 'c', changedAt: '2026-11-30T10:00:00Z', changedByName: 'Kim Suji', isUndoable: true };
const NAME: SettingChange = { ...SIGNED, key: 'siteName', from: 'A', to: 'B', wasLocked: false, isLocked: false };
const role = (from: RoleChange['from'], to: RoleChange['to']): RoleChange => ({ ...SIGNED, roleId: 'r', from, to });
const NIGHT = { name: 'Night', permissions: ['reports.read'] };

function list<C extends RecordedChange>(
  text: () => { partsOf: (change: C) => ChangePart[] },
  changes: C[],
  props = {},
) {
  const history = { changes, hasMore: false, loadMore: vi.fn(), undo: vi.fn() };
  const host = defineComponent(() => {
    const { partsOf } = text();
    return () => h(ChangeList<C>, { history, partsOf, ...props });
  });
  return { history, shown: mount(host, { global: { plugins: [createTexts('en', { ko, en })] } }) };
}

describe('the list of changes', () => {
  it('says who changed what, and undoes what is still in effect', async () => {
    const { history, shown } = list(useSettingText, [NAME, { ...NAME, id: 'd', isUndoable: false }]);
    expect(shown.findAll('li').map((each) => each.text())).toEqual([
      expect.stringContaining('Kim Suji'),
      expect.stringContaining('Kim Suji'),
    ]);
    const buttons = shown.findAll('button');
    expect(buttons).toHaveLength(1);
    await buttons[0]!.trigger('click');
    expect(history.undo.mock.calls).toEqual([['c']]);
  });

  it('offers no undo to somebody who may only read', () => {
    expect(list(useSettingText, [NAME], { disabled: true }).shown.findAll('button')).toHaveLength(0);
  });

  it('says that nothing was changed yet, in the words of the page', () => {
    expect(list(useRoleText, [], { empty: 'No role was changed.' }).shown.text()).toBe('No role was changed.');
  });
});

describe('a change in words', () => {
  it.each([
    ['a value', NAME, 'A → B'],
    ['a lock', { ...NAME, to: 'A', isLocked: true }, en.settings.lockedNow],
  ])('of a setting: %s', (_what, change, said) =>
    expect(list(useSettingText, [change]).shown.find('.history-what').text()).toBe(said),
  );

  it.each([
    ['made', role(null, NIGHT), en.roles.made],
    ['deleted', role(NIGHT, null), en.roles.deleted],
    ['renamed', role(NIGHT, { ...NIGHT, name: 'Day' }), 'Night'],
    ['given more', role(NIGHT, { ...NIGHT, permissions: ['reports.read', 'settings.read'] }), 'Permission added: '],
  ])('of a role: %s', (_what, change, said) =>
    expect(list(useRoleText, [change]).shown.find('.history-what').text()).toContain(said),
  );

  it('of the branding: texts by language, files as being there, and no weights of a font', () => {
    const parts = [
      { name: 'ko.title', from: '', to: '에이크미' },
      { name: 'logo', from: '', to: 'an-id' },
      { name: 'weights', from: '', to: '400 700' },
    ];
    const { shown } = list(useBrandingText, [{ ...SIGNED, parts }]);
    const words = shown.findAll('.history-what').map((each) => each.text());
    expect(words).toHaveLength(2);
    expect(words[0]).toContain('에이크미');
    expect(words[1]).not.toContain('an-id');
    expect(shown.find('.history-what').attributes('lang')).toBe('ko');
  });
});
