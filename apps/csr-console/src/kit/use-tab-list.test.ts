import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { defineComponent, h, ref } from 'vue';
import { useTabList } from './use-tab-list';

const IDS = ['a', 'b', 'c'];
const Tabs = defineComponent(() => {
  const selected = ref('a');
  const { onKeydown } = useTabList(
    () => IDS,
    () => selected.value,
    (id) => (selected.value = id),
  );
  return () =>
    h(
      'div',
      { role: 'tablist' },
      IDS.map((id) => h('button', { role: 'tab', 'aria-selected': id === selected.value, onKeydown }, id)),
    );
});

it.each([
  [['ArrowRight'], 'b'],
  [['ArrowDown', 'ArrowDown'], 'c'],
  [['ArrowLeft'], 'c'],
  [['ArrowRight', 'ArrowUp'], 'a'],
  [['End'], 'c'],
  [['End', 'ArrowRight'], 'a'],
  [['End', 'Home'], 'a'],
  [['x'], 'a'],
])('%j selects the tab %s and gives it the focus', async (keys, wanted) => {
  const list = mount(Tabs, { attachTo: document.body });
  const first = list.find('button').element;
  first.focus();
  for (const key of keys)
    await list
      .findAll('button')
      .find(({ element }) => element === document.activeElement)!
      .trigger('keydown', { key });
  expect(list.find('[aria-selected="true"]').text()).toBe(wanted);
  expect(document.activeElement?.textContent).toBe(wanted);
  list.unmount();
});

it('leaves an arrow with a modifier to the browser', async () => {
  const list = mount(Tabs);
  await list.find('button').trigger('keydown', { key: 'ArrowRight', altKey: true });
  expect(list.find('[aria-selected="true"]').text()).toBe('a');
});
