import { createTexts } from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { en, ko } from '../../../texts';
import type { ShownAct } from './act';
import ActButton from './ActButton.vue';

const NOTES: ShownAct = {
  ...{ id: 'notes', label: 'notes', icon: 'M0 0', key: 'notes', ability: 'saveNote', mutation: 'saveNote' },
  ...{ isToggle: false, isOn: false, reason: null, next: null },
};
const button = (act: Partial<ShownAct>, look: 'wide' | 'rail' | 'bar') =>
  mount(ActButton, {
    props: { act: { ...NOTES, ...act }, look },
    global: { plugins: [createTexts('en', { ko, en })] },
  });

it.each(['wide', 'rail', 'bar'] as const)('has a name and its key as %s', (look) => {
  const { element } = button({}, look).find('.act-button');
  expect(element.getAttribute('aria-label') ?? element.textContent).toContain('Notes');
  expect(element.getAttribute('aria-keyshortcuts')).toBe('Alt+N');
});

it('folded, shows name and key in the panel beside it', async () => {
  const shown = button({}, 'bar');
  await shown.find('.act').trigger('pointerenter');
  expect(shown.find('.act-panel.shown').text()).toBe('Notes Alt+N');
});

it('acts when it may, and otherwise says why and offers what can be done', async () => {
  const able = button({}, 'rail');
  await able.find('.act-button').trigger('click');
  expect(able.emitted('press')).toHaveLength(1);

  const unable = button({ reason: 'The customer has left.', next: { id: 'invite', label: 'invite' } }, 'rail');
  await unable.find('.act-button').trigger('click');
  expect(unable.emitted('press')).toBeUndefined();
  expect(unable.find('.act-button').attributes('aria-disabled')).toBe('true');
  expect(unable.find('.act-panel.shown.asked').text()).toContain('The customer has left.');
  await unable.find('.act-panel button').trigger('click');
  expect(unable.emitted('instead')).toHaveLength(1);
});

it('keeps its name while it is on', () => {
  const on = button({ isToggle: true, isOn: true }, 'bar').find('.act-button');
  expect([on.attributes('aria-pressed'), on.attributes('aria-label')]).toEqual(['true', 'Notes']);
});
