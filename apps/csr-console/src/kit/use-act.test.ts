import { createTexts } from '@tandem/session-client';
import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { client, TandemError } from '../client';
import { LiveSessionsDocument, PutSetUpAwayDocument } from '../gql/graphql';
import { en, ko } from '../texts';
import ErrorText from './ErrorText.vue';
import { useAct } from './use-act';

let isAway = true;
const line = vi.fn(() =>
  isAway
    ? Promise.reject(new TypeError('Failed to fetch'))
    : Promise.resolve(new Response(JSON.stringify({ data: {} }), { headers: { 'content-type': 'application/json' } })),
);

beforeEach(() => {
  isAway = true;
  line.mockClear();
  vi.useFakeTimers();
  vi.stubGlobal('fetch', line);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function page(locale: 'en' | 'ko' = 'en') {
  let on!: ReturnType<typeof useAct>;
  const Page = defineComponent({
    setup() {
      on = useAct();
      return () => h(ErrorText, { error: on.error.value });
    },
  });
  const mounted = mount(Page, { global: { plugins: [createTexts(locale, { ko, en })] } });
  return { on, mounted, text: () => mounted.text() };
}
const pass = async () => (await vi.advanceTimersByTimeAsync(3100), await flushPromises());
const endSession = () => client.mutate(PutSetUpAwayDocument, { isAway: true });

it.each([
  ['en', 'Tandem couldn’t be reached. This may not have been done: check, then try again.'],
  ['ko', 'Tandem에 연결하지 못했습니다. 처리되지 않았을 수 있으니 확인하고 다시 시도해 주세요.'],
] as const)(
  'an act without a connection says so in %s until Tandem can be reached, and is not done by itself',
  async (locale, said) => {
    const { on, text } = page(locale);
    const work = vi.fn(endSession);
    expect(await on.act(work)).toBe(false);
    await flushPromises();
    expect(text()).toBe(said);
    expect(on.isBusy.value).toBe(false);
    await pass();
    expect(text()).toBe(said);
    isAway = false;
    await pass();
    expect(text()).toBe('');
    expect(work).toHaveBeenCalledTimes(1);
    expect(await on.act(work)).toBe(true);
  },
);

it('what only reads is read again as soon as Tandem can be reached', async () => {
  const { on, text } = page();
  const work = vi.fn(() => client.query(LiveSessionsDocument, {}));
  await on.read(work);
  await pass();
  expect(text()).toContain('couldn’t be reached');
  isAway = false;
  await pass();
  expect(text()).toBe('');
  expect(work).toHaveBeenCalledTimes(2);
});

it.each([
  ['en', /your colleague/],
  ['ko', /동료에게/],
] as const)('a wrong number is told to staff in words for staff (%s)', async (locale, said) => {
  const { on, text } = page(locale);
  await on.act(() => Promise.reject(new TandemError('SESSION_NUMBER_WRONG')));
  await flushPromises();
  expect(text()).toMatch(said);
});

it('asks no more once the page is gone', async () => {
  const { on, mounted } = page();
  await on.act(endSession);
  mounted.unmount();
  const asked = line.mock.calls.length;
  await pass();
  await pass();
  expect(line.mock.calls.length).toBe(asked);
});
