import { createTandemClient, TandemError } from '@tandem/client';
import { detectDevice, keep, keepsCookies, reloadOutdated, readKept } from '@tandem/session-client';
import { ref, shallowRef } from 'vue';
import { useRouter } from 'vue-router';
import { JoinSessionDocument } from '../../gql/graphql';
import { chosenLocale } from '../../locale';
import { loadSessionPage } from '../../pages/load-session-page';
import { rememberSession } from './last-session';

/** The input, restored when the page is reloaded. */
const TYPED = 'tandem.typed';
interface Typed {
  number: string;
  name: string;
}
const keepTyped = (typed: Typed) => keep(TYPED, JSON.stringify(typed), 'session');
export function takeTyped(): Typed | null {
  const kept = readKept(TYPED, 'session');
  keep(TYPED, null, 'session');
  return kept ? (JSON.parse(kept) as Typed) : null;
}

/** Joining by number or by token. What was entered stays, whatever happens. */
export function useJoin() {
  const router = useRouter();
  const client = createTandemClient({});
  const isJoining = ref(false);
  /** A seat needs a cookie: without cookies none is taken. */
  const isBlocked = ref(!keepsCookies());
  const error = shallowRef<TandemError | null>(null);

  async function join(
    by: { number?: string; token?: string },
    { name, agreedTo }: { name: string; agreedTo: string | null },
  ): Promise<void> {
    isBlocked.value = !keepsCookies();
    if (isJoining.value || isBlocked.value) return;
    isJoining.value = true;
    error.value = null;
    try {
      // the next page first: a seat that is taken must be shown
      await loadSessionPage().catch(async () => {
        keepTyped({ number: by.number ?? '', name });
        await reloadOutdated(location.href);
        throw new TandemError('UNAVAILABLE');
      });
      const input = {
        ...by,
        ...(name.trim() && { name: name.trim() }),
        ...(agreedTo && { agreedTo }),
        locale: chosenLocale.value,
        device: detectDevice(),
      };
      const { joinSession } = await client.mutate(JoinSessionDocument, { input });
      rememberSession(joinSession.session.id);
      await router.replace({ name: 'session', params: { sessionId: joinSession.session.id } });
    } catch (cause) {
      error.value = cause instanceof TandemError ? cause : new TandemError('INTERNAL', { id: '-' });
    } finally {
      isJoining.value = false;
    }
  }
  return { join, isJoining, isBlocked, error };
}
