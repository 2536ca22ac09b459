import { createTexts } from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { en, ko } from '../../../texts';
import CommandPalette from './CommandPalette.vue';
import type { ShownButton } from './use-dashboard';

const button = (id: string, label: string, reason: string | null = null) =>
  ({ id, label, tab: 'TOOLS', isToggle: false, isOn: false, reason, next: null }) as unknown as ShownButton;
const BUTTONS = [
  button('chat', 'chat'),
  button('endSession', 'endSession'),
  button('camera', 'audio', 'There is no camera'),
];

function open() {
  const palette = mount(CommandPalette, {
    props: { buttons: BUTTONS },
    global: { plugins: [createTexts('en', { ko, en })] },
    attachTo: document.body,
  });
  const field = palette.get('input');
  const options = () => palette.findAll('[role=option]');
  /** The entry that a screen reader announces as selected, and the one that is highlighted. */
  function chosen() {
    const told = field.attributes('aria-activedescendant');
    const marked = options().filter((option) => option.attributes('aria-selected') === 'true');
    expect(marked.map((option) => option.attributes('id'))).toEqual(told ? [told] : []);
    return marked[0]?.text() ?? null;
  }
  return { palette, field, options, chosen };
}

it('says which act the arrows have reached while the focus stays in the field', async () => {
  const { palette, field, options, chosen } = open();
  expect(field.attributes()).toMatchObject({ role: 'combobox', 'aria-expanded': 'true' });
  expect(palette.get('[role=listbox]').attributes('id')).toBe(field.attributes('aria-controls'));
  const [first, second, third] = options().map((option) => option.text());
  expect(chosen()).toBe(first);
  await field.trigger('keydown', { key: 'ArrowDown' });
  expect(chosen()).toBe(second);
  await field.trigger('keydown', { key: 'ArrowUp' });
  await field.trigger('keydown', { key: 'ArrowUp' });
  expect(chosen()).toBe(third);
  palette.unmount();
});

it('takes the act that is reached, and none that is not allowed now', async () => {
  const { palette, field, options } = open();
  await field.trigger('keydown', { key: 'ArrowUp' });
  expect(options()[2]!.attributes('aria-disabled')).toBe('true');
  await field.trigger('keydown', { key: 'Enter' });
  expect(palette.emitted('press')).toBeUndefined();
  await field.trigger('keydown', { key: 'ArrowUp' });
  await field.trigger('keydown', { key: 'Enter' });
  expect(palette.emitted('press')).toEqual([['endSession']]);
  palette.unmount();
});

it('says that nothing is found, outside of the empty list', async () => {
  const { palette, field, options, chosen } = open();
  await field.setValue('qqq');
  expect(options()).toEqual([]);
  expect(chosen()).toBeNull();
  expect(palette.get('[role=status]').text()).not.toBe('');
  await field.setValue('');
  expect(palette.get('[role=status]').text()).toBe('');
  palette.unmount();
});
