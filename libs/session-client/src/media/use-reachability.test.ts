// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, reactive, type EffectScope } from 'vue';
import type { SessionStore } from '../session/use-session';
import { useReachability } from './use-reachability';

let scope: EffectScope;
beforeEach(() => {
  vi.useFakeTimers();
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});
/** A page that has heard the customer, but not for a while. */
function page() {
  const session: { hold: object | null } | null = { hold: null };
  const store = reactive({ session, participants: [{ id: 'customer', isConnected: true }] });
  const line = scope.run(() => useReachability(store as unknown as SessionStore))!;
  line.heard('customer');
  return { store, line };
}
/** Longer than somebody may be silent. */
const longer = () => vi.advanceTimersByTime(3500);

describe('a participant can be reached', () => {
  it('while they are heard, and again with the next word', () => {
    const { line } = page();
    expect(line.isReachable('customer')).toBe(true);
    longer();
    expect(line.isReachable('customer')).toBe(false);
    line.heard('customer');
    expect(line.isReachable('customer')).toBe(true);
  });

  it('while their seat is connected: nobody else, and nobody who is not in the session', () => {
    const { store, line } = page();
    expect([line.isReachable('csr'), line.isReachable(undefined)]).toEqual([false, false]);
    store.participants[0]!.isConnected = false;
    expect(line.isReachable('customer')).toBe(false);
  });

  it('during a hold, where nobody is heard', () => {
    const { store, line } = page();
    longer();
    store.session = { hold: { since: 'now' } };
    expect(line.isReachable('customer')).toBe(true);
    Object.assign(store, { session: null });
    expect(line.isReachable('customer')).toBe(false);
  });

  it('as long as this window itself is disconnected', () => {
    const { line } = page();
    longer();
    line.forget();
    expect(line.isReachable('customer')).toBe(true);
  });
});

it('the watch ends with the page', () => {
  page();
  scope.stop();
  expect(vi.getTimerCount()).toBe(0);
});
