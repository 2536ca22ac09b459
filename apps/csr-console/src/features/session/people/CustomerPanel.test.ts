import { createTexts, type CustomerState, type Media, type SessionStore } from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { en, ko } from '../../../texts';
import CustomerPanel from './CustomerPanel.vue';

const PLAIN = {
  kind: 'DESKTOP',
  browser: 'Chrome 142',
  system: 'Linux',
  language: 'ko-KR',
  timeZone: 'Asia/Seoul',
  canShareScreen: true,
  hasCamera: true,
};

function panelOf(device: object) {
  const customer = { id: 'c', name: 'Park Jihun', role: 'PRIMARY_CUSTOMER', checkPhrase: '4719', device };
  const store = {
    customer,
    me: { checkPhrase: '4719' },
    participants: [customer],
    ability: () => ({ isAllowed: true }),
  };
  const media = { isReachable: () => true, qualityOf: () => 'good' };
  return mount(CustomerPanel, {
    props: {
      store: store as unknown as SessionStore,
      media: media as unknown as Media,
      state: { kind: 'here' } as CustomerState,
    },
    global: { plugins: [createTexts('en', { ko, en })] },
  });
}

it.each([
  [{ timeZone: 'Etc/Unknown' }, '(UTC)'],
  [{ timeZone: 'not a zone' }, '(UTC)'],
  [{ timeZone: 'Asia/Seoul' }, '(Asia/Seoul)'],
  [{ language: 'not a language' }, 'Unknown'],
  [{ language: 'und' }, 'Unknown'],
  [{ language: 'ko-KR' }, 'Korean'],
])('whatever a customer’s browser says of itself (%j), the CSR is shown the customer', (told, text) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const panel = panelOf({ ...PLAIN, ...told });
  expect(panel.text()).toContain('Park Jihun');
  expect(panel.text()).toContain(text);
  expect(warn).not.toHaveBeenCalled();
});
