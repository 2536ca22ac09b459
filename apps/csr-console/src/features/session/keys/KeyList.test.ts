import { createTexts } from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import { en, ko } from '../../../texts';
import KeyList from './KeyList.vue';
import { useKeys } from './use-keys';

it('shows by ? the keys that do something now, and no reserved one', async () => {
  const Page = defineComponent(() => {
    useKeys({ stop: () => undefined, tabs: () => undefined });
    return () => h(KeyList);
  });
  const page = mount(Page, { global: { plugins: [createTexts('en', { ko, en })] }, attachTo: document.body });
  expect(page.find('dialog').exists()).toBe(false);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: '?', code: 'Slash', shiftKey: true }));
  await page.vm.$nextTick();
  const rows = page.findAll('dt').map((name) => [name.text(), name.element.nextElementSibling!.textContent.trim()]);
  expect(rows).toEqual([
    ['Stop everything that is live', 'Alt+S'],
    ['Tabs, in your order', 'Alt+1 … 4'],
    ['Keyboard shortcuts', '?'],
  ]);
  page.unmount();
});
