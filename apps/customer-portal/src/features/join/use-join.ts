import { createTandemClient, TandemError } from '@tandem/contract/client';
import { detectDevice } from '@tandem/session-client';
import { ref, shallowRef } from 'vue';
import { useRouter } from 'vue-router';
import { JoinSessionDocument } from '../../gql/graphql';
import { chosenLocale } from '../../locale';
import { rememberSession } from './last-session';

/** Joining by number or by token. What was entered stays, whatever happens. */
export function useJoin() {
  const router = useRouter();
  const client = createTandemClient({});
  const isJoining = ref(false);
  const error = shallowRef<TandemError | null>(null);

  async function join(
    by: { number?: string; token?: string },
    { name, agreedTo }: { name: string; agreedTo: string | null },
  ): Promise<void> {
    if (isJoining.value) return;
    isJoining.value = true;
    error.value = null;
    try {
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
  return { join, isJoining, error };
}
