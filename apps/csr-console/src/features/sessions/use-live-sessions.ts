import { computed, onMounted, onScopeDispose, reactive, ref } from 'vue';
import { client, toTandemError, type TandemError } from '../../client';
import { LiveSessionsDocument, type SessionListPartsFragment } from '../../gql/graphql';

export type ListedSession = SessionListPartsFragment;
const REFRESH = 4000;

/** My sessions that live, and who waits in them; looked at again every few seconds while the page is in sight. */
export function useLiveSessions() {
  const sessions = ref<ListedSession[] | null>(null);
  const error = ref<TandemError | null>(null);

  async function load(): Promise<void> {
    if (document.visibilityState === 'hidden') return;
    try {
      sessions.value = (await client.query(LiveSessionsDocument, {})).sessions.edges.map(({ node }) => node);
      error.value = null;
    } catch (cause) {
      error.value = toTandemError(cause);
    }
  }
  const look = () => void load();
  const timer = setInterval(look, REFRESH);
  onMounted(look);
  document.addEventListener('visibilitychange', look);
  onScopeDispose(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  });

  return reactive({
    sessions,
    error,
    waiting: computed(() =>
      (sessions.value ?? []).flatMap((session) =>
        session.participants.filter(({ state }) => state === 'WAITING').map((person) => ({ session, person })),
      ),
    ),
  });
}
