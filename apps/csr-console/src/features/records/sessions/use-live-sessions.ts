import { computed, onMounted, onScopeDispose, reactive, ref } from 'vue';
import { client, toTandemError, type TandemError } from '../../../client';
import { useAccount } from '../../auth/use-account';
import { LiveSessionsDocument, type SessionListPartsFragment } from '../../../gql/graphql';

export type ListedSession = SessionListPartsFragment;
const REFRESH = 4000;

export const customerOf = ({ participants }: ListedSession) =>
  participants.find(({ role, state }) => role === 'PRIMARY_CUSTOMER' && state === 'SEATED');

const sessions = ref<ListedSession[] | null>(null);
const error = ref<TandemError | null>(null);
/** The number of components that show the list: it is loaded once for all of them. */
let lookers = 0;
/** Whose list this is: the next page begins with what the one before knew, another account's doesn't. */
let ofAccount: string | undefined;
let timer: ReturnType<typeof setInterval> | undefined;

async function load(): Promise<void> {
  if (document.visibilityState === 'hidden' || !useAccount().may('sessions.list')) return;
  try {
    sessions.value = (await client.query(LiveSessionsDocument, {})).sessions.edges.map(({ node }) => node);
    error.value = null;
  } catch (cause) {
    error.value = toTandemError(cause);
  }
}
const look = () => void load();

function begin(): void {
  if (lookers++) return;
  const { me } = useAccount();
  if (me?.id !== ofAccount) sessions.value = null;
  ofAccount = me?.id;
  look();
  timer = setInterval(look, REFRESH);
  document.addEventListener('visibilitychange', look);
}
function end(): void {
  if (--lookers) return;
  clearInterval(timer);
  document.removeEventListener('visibilitychange', look);
}

const live = reactive({
  sessions,
  error,
  look,
  waiting: computed(() =>
    (sessions.value ?? []).flatMap((session) =>
      session.participants.filter(({ state }) => state === 'WAITING').map((person) => ({ session, person })),
    ),
  ),
});

/** The CSR's live sessions, and who waits in them; polled every few seconds while the page is visible. */
export function useLiveSessions() {
  onMounted(begin);
  onScopeDispose(end);
  return live;
}
