import { createTexts, type SessionStore } from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { beforeEach, expect, it } from 'vitest';
import { nextTick } from 'vue';
import { en, ko } from '../../../texts';
import CheckPhrase from './CheckPhrase.vue';

beforeEach(() => localStorage.clear());

const open = (customer: string | null, checkPhrase = '4719') =>
  mount(CheckPhrase, {
    props: {
      store: { id: 's', me: { checkPhrase }, customer: customer ? { id: customer } : null } as unknown as SessionStore,
    },
    global: { plugins: [createTexts('en', { ko, en })] },
    attachTo: document.body,
  });

it('folds the digits once they were compared, and keeps the focus', async () => {
  const panel = open('tom');
  expect(panel.get('[data-testid=check-phrase]').text()).toBe('4 7 1 9');
  await panel.get('[data-testid=digits-match]').trigger('click');
  await nextTick();
  expect(panel.find('[data-testid=check-phrase]').exists()).toBe(false);
  const line = panel.get('[data-testid=digits-compared]');
  expect(document.activeElement).toBe(line.element);
  const name = line.text();
  await line.trigger('click');
  expect(panel.get('[data-testid=check-phrase]').text()).toBe('4 7 1 9');
  expect(panel.find('[data-testid=digits-match]').exists()).toBe(false);
  expect([line.attributes('aria-expanded'), line.text()]).toEqual(['true', name]);
  panel.unmount();
});

it('remembers it after a reload, and shows them again for another customer or other digits', async () => {
  const panel = open('tom');
  await panel.get('[data-testid=digits-match]').trigger('click');
  panel.unmount();
  expect(open('tom').find('[data-testid=check-phrase]').exists()).toBe(false);
  expect(open('anna').find('[data-testid=check-phrase]').exists()).toBe(true);
  expect(open('tom', '1111').find('[data-testid=check-phrase]').exists()).toBe(true);
});

it('asks for no comparison before there is a customer', () => {
  const panel = open(null);
  expect(panel.find('[data-testid=check-phrase]').exists()).toBe(true);
  expect(panel.find('[data-testid=digits-match]').exists()).toBe(false);
});
