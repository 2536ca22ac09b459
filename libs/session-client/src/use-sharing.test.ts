import { effectScope, reactive } from 'vue';
import { expect, it } from 'vitest';
import type { Media } from './use-media';
import type { SessionStore } from './use-session';
import { useConsents } from './use-consents';
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
  kind: 'REQUEST_VIEW',
  grantors: [{ id: 'helped' }],
  ...more,
});

function seenBy(me: string) {
  const grants = [grant('stands'), grant('once', { duration: 'ONCE' }), grant('over', { endedAt: 'x' })];
  const facts = {
    id: 'x',
    me: { id: me },
    shares: [share],
    consentRequests: [],
    grants,
    connection: 'live',
    client: {},
  };
  const store = reactive(facts) as unknown as SessionStore;
  const scope = effectScope();
  const sharing = scope.run(() =>
    useSharing(store, { state: 'live', hideScreen: () => undefined } as unknown as Media),
  )!;
  const consents = scope.run(() => useConsents(store))!;
  const found = { standing: consents.standing.map(({ id }) => id), failed: sharing.failed?.id ?? null };
  scope.stop();
  return found;
}

it('what somebody has allowed, and what did not come of it, is theirs alone', () => {
  expect(seenBy('helped')).toEqual({ standing: ['stands'], failed: 's' });
  expect(seenBy('who watches along')).toEqual({ standing: [], failed: null });
});
