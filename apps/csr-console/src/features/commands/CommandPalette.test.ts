import { createTexts } from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import { nextTick } from 'vue';
import { en, ko } from '../../texts';
import CommandPalette from './CommandPalette.vue';
import type { Command } from './command';

const ran: string[] = [];
const command = (id: string, more: Partial<Command> = {}): Command => ({
  ...{ id, group: 'acts', label: id, run: () => void ran.push(id) },
  ...more,
});
const COMMANDS = [
  command('camera', { reason: 'There is no camera' }),
  command('chat', { key: 'Alt+C' }),
  command('end session'),
  command('home', { group: 'places' }),
];
const opened: { unmount(): void }[] = [];
afterEach(() => {
  for (const palette of opened.splice(0)) palette.unmount();
  ran.length = 0;
});

function open(commands = COMMANDS) {
  const palette = mount(CommandPalette, {
    props: { commands, words: '', 'onUpdate:words': (words: string) => palette.setProps({ words }) },
    global: { plugins: [createTexts('en', { ko, en })] },
    attachTo: document.body,
  });
  opened.push(palette);
  const field = palette.get('input');
  const options = () => palette.findAll('[role=option]');
  const press = (key: string, more = {}) => field.trigger('keydown', { key, ...more });
  /** The entry that a screen reader announces as selected, and the one that is highlighted. */
  function chosen() {
    const told = field.attributes('aria-activedescendant');
    const marked = options().filter((option) => option.attributes('aria-selected') === 'true');
    expect(marked.map((option) => option.attributes('id'))).toEqual(told ? [told] : []);
    return marked[0]?.attributes('data-command') ?? null;
  }
  return { palette, field, options, press, chosen };
}

it('is a combobox of a listbox whose groups have names', () => {
  const { palette, field } = open();
  expect(field.attributes()).toMatchObject({ role: 'combobox', 'aria-expanded': 'true', 'aria-autocomplete': 'list' });
  expect(field.attributes('aria-label')).not.toBe('');
  expect(palette.get('[role=listbox]').attributes('id')).toBe(field.attributes('aria-controls'));
  const groups = palette.findAll('[role=listbox] > [role=group]');
  const names = groups.map((group) => palette.get(`[id="${group.attributes('aria-labelledby')}"]`).text());
  expect(names).toEqual(['Acts', 'Go to']);
  expect(groups.map((group) => group.findAll('[role=option]').length)).toEqual([3, 1]);
});

it('begins at the first that can be run, and goes round by the arrows', async () => {
  const { press, chosen } = open();
  expect(chosen()).toBe('chat');
  await press('ArrowDown');
  expect(chosen()).toBe('end session');
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp']) await press(key);
  expect(chosen()).toBe('home');
  await press('PageUp');
  expect(chosen()).toBe('camera');
  await press('PageDown');
  expect(chosen()).toBe('home');
});

it('runs what is reached, after it has closed, and nothing that can’t be done now', async () => {
  const { palette, press, options } = open();
  await press('ArrowUp');
  expect(options()[0]!.attributes('aria-disabled')).toBe('true');
  expect(options()[0]!.text()).toContain('There is no camera');
  await press('Enter');
  expect([palette.emitted('close'), ran]).toEqual([undefined, []]);
  await press('ArrowDown');
  await press('Enter');
  await nextTick();
  expect([palette.emitted('close')?.length, ran]).toEqual([1, ['chat']]);
});

it('runs nothing by the key that ends a syllable', async () => {
  const { press } = open();
  await press('Enter', { isComposing: true });
  await press('Enter', { keyCode: 229 });
  await nextTick();
  expect(ran).toEqual([]);
});

it('shows the key of a command, and that it is on', () => {
  const { options } = open([command('camera', { key: 'Alt+V', isOn: true })]);
  expect(options()[0]!.get('kbd').text()).toBe('Alt+V');
  expect(options()[0]!.text()).toContain('on');
});

it('keeps what the arrows have reached when sessions come late', async () => {
  const { palette, press, chosen } = open();
  await press('ArrowDown');
  await palette.setProps({ commands: [command('a new one'), ...COMMANDS] });
  expect(chosen()).toBe('end session');
});

it('says how many are found, and what to do when nothing is', async () => {
  const { palette, field, options, chosen } = open();
  expect(palette.get('[role=status]').text()).toBe('4 results');
  await field.setValue('qqq');
  expect(options()).toEqual([]);
  expect(chosen()).toBeNull();
  expect(field.attributes('aria-expanded')).toBe('false');
  expect(palette.get('[role=status]').text()).toMatch(/^Nothing matches “qqq”\. Try /);
});

it('closes by its own key', () => {
  const { palette } = open();
  window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyK', ctrlKey: true }));
  expect(palette.emitted('close')).toHaveLength(1);
});
