import { eachOnce } from '@tandem/domain';
import { useTimeoutFn } from '@vueuse/core';
import { reactive, ref, watch } from 'vue';
import { client } from '../../../client';
import { RecentSessionsDocument } from '../../../gql/graphql';
import { useAct } from '../../../kit/use-act';
import type { ListedSession } from './use-live-sessions';

const PAGE = 15;
const TYPING_PAUSE = 250;

export const customersOf = ({ participants }: ListedSession) =>
  eachOnce(
    participants.filter(
      ({ role, state }) => role === 'PRIMARY_CUSTOMER' && state !== 'DECLINED' && state !== 'WAITING',
    ),
  )
    .map(({ name }) => name)
    .join(', ');

/** Sessions that have ended, newest first, found by number or by name. */
export function useRecentSessions() {
  const sessions = ref<ListedSession[]>([]);
  const search = ref('');
  /** What the sessions were found by. */
  const searched = ref('');
  const total = ref(0);
  const next = ref<string | null>(null);
  const isLoaded = ref(false);
  const { act, read, isBusy, error } = useAct();
  let asked = 0;

  async function load(after: string | null): Promise<void> {
    const mine = ++asked;
    const text = search.value.trim();
    const filter = { states: ['ENDED' as const], ...(text && { search: text }) };
    const { sessions: page } = await client.query(RecentSessionsDocument, { first: PAGE, after, filter });
    if (mine !== asked) return; // something else was asked for meanwhile
    const nodes = page.edges.map(({ node }) => node);
    sessions.value = after ? [...sessions.value, ...nodes] : nodes;
    searched.value = text;
    total.value = page.totalCount;
    next.value = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
    isLoaded.value = true;
  }

  const first = () => void read(() => load(null));
  const { start } = useTimeoutFn(first, TYPING_PAUSE, { immediate: false });
  watch(search, start);
  first();

  return reactive({
    sessions,
    search,
    searched,
    total,
    next,
    isLoaded,
    isBusy,
    error,
    more: () => void act(() => load(next.value)),
  });
}
