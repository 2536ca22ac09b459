import { onMounted, reactive, ref } from 'vue';
import { client } from '../../../client';
import { ConcernsDocument, HandleConcernDocument, type ConcernPartsFragment } from '../../../gql/graphql';
import { useAct } from '../../../kit/use-act';

export type Concern = ConcernPartsFragment;
const PAGE = 20;

/** What customers reported, newest first, and settling it. */
export function useConcerns() {
  const concerns = ref<Concern[]>([]);
  const next = ref<string | null>(null);
  const isLoaded = ref(false);
  const { act, read, isBusy, error } = useAct();

  async function load(after: string | null): Promise<void> {
    const { concerns: page } = await client.query(ConcernsDocument, { first: PAGE, after });
    const nodes = page.edges.map(({ node }) => node);
    concerns.value = after ? [...concerns.value, ...nodes] : nodes;
    next.value = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
    isLoaded.value = true;
  }
  async function handle(id: string): Promise<void> {
    const { handleConcern } = await client.mutate(HandleConcernDocument, { id });
    concerns.value = concerns.value.map((concern) => (concern.id === id ? handleConcern : concern));
  }
  onMounted(() => read(() => load(null)));
  return reactive({
    concerns,
    next,
    isLoaded,
    isBusy,
    error,
    more: () => void act(() => load(next.value)),
    handle: (id: string) => void act(() => handle(id)),
  });
}
