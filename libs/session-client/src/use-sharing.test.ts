import { effectScope, reactive } from 'vue';
import { expect, it } from 'vitest';
import type { Media } from './use-media';
import type { SessionStore } from './use-session';
import { useSharing } from './use-sharing';

const share = {
  id: 's',
  state: 'FAILED',
  action: 'REQUEST_VIEW',
  customer: { id: 'helped' },
  publisher: { id: 'helped' },
};
const grant = (id: string, more = {}) => ({
  id,
  endedAt: null,
  duration: 'SESSION',
  grantor: { id: 'helped' },
  ...more,
});

function seenBy(me: string) {
  const grants = [grant('stands'), grant('once', { duration: 'ONCE' }), grant('over', { endedAt: 'x' })];
  const store = reactive({ id: 'x', me: { id: me }, shares: [share], grants, connection: 'live', client: {} });
  const scope = effectScope();
  const sharing = scope.run(() =>
    useSharing(store as unknown as SessionStore, { state: 'live', hideScreen: () => undefined } as unknown as Media),
  )!;
  const found = { standing: sharing.standing.map(({ id }) => id), failed: sharing.failed?.id ?? null };
  scope.stop();
  return found;
}

it('what somebody has allowed, and what did not come of it, is theirs alone', () => {
  expect(seenBy('helped')).toEqual({ standing: ['stands'], failed: 's' });
  expect(seenBy('who watches along')).toEqual({ standing: [], failed: null });
});
