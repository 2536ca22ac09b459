import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { usePageActive } from './use-page-active';

let isHidden = false;
let hasFocus = true;
let scope: EffectScope;
beforeEach(() => {
  [isHidden, hasFocus, scope] = [false, true, effectScope()];
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
  vi.spyOn(document, 'hasFocus').mockImplementation(() => hasFocus);
});
afterEach(() => {
  scope.stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
const looking = (needsFocus?: boolean) => scope.run(() => usePageActive(needsFocus))!;
const hide = (hidden: boolean) => {
  isHidden = hidden;
  document.dispatchEvent(new Event('visibilitychange'));
};
const focus = (focused: boolean) => {
  hasFocus = focused;
  dispatchEvent(new Event(focused ? 'focus' : 'blur'));
};

describe('somebody looks at the page', () => {
  it('while it is in sight', () => {
    const isLooking = looking();
    expect(isLooking.value).toBe(true);
    hide(true);
    expect(isLooking.value).toBe(false);
    hide(false);
    focus(false); // another window beside it
    expect(isLooking.value).toBe(true);
  });

  it('and, where that is asked for, has the focus', () => {
    const isLooking = looking(true);
    focus(false);
    expect(isLooking.value).toBe(false);
    focus(true);
    expect(isLooking.value).toBe(true);
    hide(true);
    expect(isLooking.value).toBe(false);
  });

  it('not from the first where it was opened behind another', () => {
    isHidden = true;
    expect(looking().value).toBe(false);
    [isHidden, hasFocus] = [false, false];
    expect(looking(true).value).toBe(false);
  });
});

it('nothing is heard once what asked has gone', () => {
  const isLooking = looking(true);
  scope.stop();
  hide(true);
  focus(false);
  focus(true);
  expect(isLooking.value).toBe(true);
  isHidden = hasFocus = false;
  for (const [target, name] of [
    [document, 'visibilitychange'],
    [window, 'focus'],
    [window, 'blur'],
  ] as const) {
    target.dispatchEvent(new Event(name));
    expect(isLooking.value).toBe(true);
  }
});
