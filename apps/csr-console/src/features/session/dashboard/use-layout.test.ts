import { DEFAULT_LAYOUT, SIDE_WIDTH } from '@tandem/domain';
import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defineComponent, nextTick, ref } from 'vue';
import type { MePartsFragment } from '../../../gql/graphql';
import { useAccount } from '../../auth/use-account';
import { useLayout, type Layout } from './use-layout';

const account = useAccount();
let saved: unknown[] = [];
let isNarrow = false;

function layout(): Layout {
  let made: Layout | undefined;
  mount(
    defineComponent(() => {
      made = useLayout(ref(document.createElement('div')));
      return () => null;
    }),
  );
  return made!;
}
/** What is saved a moment after the last change. */
const untilSaved = () => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  vi.useFakeTimers();
  saved = [];
  isNarrow = false;
  vi.spyOn(window, 'matchMedia').mockImplementation(
    () => ({ matches: isNarrow, addEventListener: vi.fn(), removeEventListener: vi.fn() }) as unknown as MediaQueryList,
  );
  account.take({ dashboardLayout: { ...DEFAULT_LAYOUT } } as unknown as MePartsFragment);
  vi.spyOn(account, 'setDashboardLayout').mockImplementation(async (input) => void saved.push(input));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('begins as the account has arranged it, and saves what is changed, once for many changes', async () => {
  account.take({ dashboardLayout: { ...DEFAULT_LAYOUT, sidePart: 'NOTES' } } as unknown as MePartsFragment);
  const mine = layout();
  expect(mine.isShown('NOTES')).toBe(true);
  mine.toggleRail();
  mine.widen(40);
  mine.widen(1000);
  mine.toggleSide();
  await nextTick();
  expect([mine.isShown('NOTES'), mine.isSideOpen]).toEqual([false, false]);
  await untilSaved();
  expect(saved).toEqual([
    { ...DEFAULT_LAYOUT, sidePart: 'NOTES', isRailUnfolded: true, isSideFolded: true, sideWidth: SIDE_WIDTH.max },
  ]);
});

it('is not changed by another window of the account', () => {
  const mine = layout();
  account.take({ dashboardLayout: { ...DEFAULT_LAYOUT, isSideFolded: true } } as unknown as MePartsFragment);
  expect(mine.isSideOpen).toBe(true);
});

it('holds for this window when it cannot be saved', async () => {
  vi.spyOn(account, 'setDashboardLayout').mockRejectedValue(new Error('offline'));
  const mine = layout();
  mine.toggleRail();
  await nextTick();
  await untilSaved();
  expect(mine.isRailUnfolded).toBe(true);
});

it('opens a part where it is folded', async () => {
  const mine = layout();
  mine.toggleSide();
  mine.open('PEOPLE');
  await nextTick();
  expect([mine.isShown('PEOPLE'), mine.isShown('CHAT')]).toEqual([true, false]);
});

it('in a narrow window begins without a part over the stage, which is not saved', async () => {
  isNarrow = true;
  const mine = layout();
  expect(mine.isSideOpen).toBe(false);
  mine.open('CHAT');
  await nextTick();
  expect(mine.isShown('CHAT')).toBe(true);
  await untilSaved();
  expect(saved).toEqual([]);
});

it('with only the screen shows no part, and brings everything back as it was', async () => {
  const mine = layout();
  mine.toggleOnly();
  await nextTick();
  expect([mine.isOnly, mine.isShown('CHAT')]).toEqual([true, false]);
  mine.open('CHAT');
  await vi.advanceTimersByTimeAsync(0);
  expect([mine.isOnly, mine.isShown('CHAT')]).toEqual([false, true]);
});
