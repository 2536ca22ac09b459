import { computed, reactive, ref, type Ref } from 'vue';

const PAGE = 10;
interface Connection<Node> {
  edges: { node: Node }[];
  pageInfo: { endCursor?: string | null; hasNextPage: boolean };
}

/** The changes of something, newest first, page by page. */
export function useChanges<Node>(read: (page: { first: number; after: string | null }) => Promise<Connection<Node>>) {
  const changes = ref([]) as Ref<Node[]>;
  const more = ref<string | null>(null);

  async function load(after: string | null = null): Promise<void> {
    const { edges, pageInfo } = await read({ first: PAGE, after });
    const nodes = edges.map(({ node }) => node);
    changes.value = after ? [...changes.value, ...nodes] : nodes;
    more.value = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  }
  return reactive({
    changes,
    hasMore: computed(() => more.value !== null),
    /** From the newest on. @throws TandemError */
    load: () => load(),
    loadMore: () => load(more.value),
  });
}
