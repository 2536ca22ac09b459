import { TandemError } from '@tandem/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, reactive, type EffectScope } from 'vue';
import { OpenLinkDocument } from '../gql/graphql';
import { useLinkClicks } from './use-link-clicks';
import type { SessionStore } from '../session/use-session';

let scope: EffectScope;
const mutate = vi.fn();
beforeEach(() => {
  localStorage.clear();
  mutate.mockReset().mockResolvedValue({});
  scope = effectScope();
});
afterEach(() => scope.stop());

function page(connection = 'live', role: string | null = 'PRIMARY_CUSTOMER') {
  const store = reactive({ id: 's', me: role && { role }, connection, client: { mutate } });
  return { store, open: scope.run(() => useLinkClicks(store as unknown as SessionStore))! };
}
const told = () => mutate.mock.calls.map(([, { messageId }]) => messageId as string);
const kept = () => JSON.parse(localStorage.getItem('tandem.session.s.opened') ?? '[]') as string[];
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('an address that was opened', () => {
  it.each(['PRIMARY_CUSTOMER', 'SECONDARY_CUSTOMER'])('by a %s is told once', async (role) => {
    const { open } = page('live', role);
    open('m');
    await settle();
    expect(mutate).toHaveBeenCalledExactlyOnceWith(OpenLinkDocument, { messageId: 'm' });
    expect(kept()).toEqual([]);
  });

  it.each(['PRIMARY_CSR', 'ASSISTANT', 'GUEST_EXPERT', null])('by %s is nobody’s concern', async (role) => {
    page('live', role).open('m');
    await settle();
    expect(told()).toEqual([]);
  });

  it('while the line is down is told when it is back, also by a page that comes later', async () => {
    mutate.mockRejectedValue(new TandemError('UNAVAILABLE'));
    const { store, open } = page('lost');
    open('a');
    open('a');
    open('b');
    await settle();
    expect(kept()).toEqual(['a', 'b']);
    mutate.mockReset().mockResolvedValue({});
    store.connection = 'connecting';
    await settle();
    expect(told()).toEqual([]);
    store.connection = 'live';
    await settle();
    expect(told()).toEqual(['a', 'b']);
    expect(kept()).toEqual([]);
  });

  it('and was not told yet is told by the next page at once', async () => {
    localStorage.setItem('tandem.session.s.opened', '["a"]');
    page('live');
    await settle();
    expect(told()).toEqual(['a']);
  });

  it('is let go where the server will not hear of it', async () => {
    mutate.mockRejectedValue(new TandemError('NOT_FOUND'));
    page().open('m');
    await settle();
    expect(kept()).toEqual([]);
  });
});
