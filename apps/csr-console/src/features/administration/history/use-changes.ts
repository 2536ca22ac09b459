import { computed, reactive, ref, type Ref } from 'vue';

const PAGE = 10;

/** What every recorded change says. */
export interface RecordedChange {
  id: string;
  changedAt: string;
  changedByName?: string | null;
  isUndoable: boolean;
}
/** A part of a change in words. */
export interface ChangePart {
  label: string;
  what: string;
  /** Of a text, the earlier version. */
  was?: string;
  /** The language of a text. */
  lang?: string;
}
interface Connection<Node> {
  edges: { node: Node }[];
  pageInfo: { endCursor?: string | null; hasNextPage: boolean };
}

interface Deps<Node> {
  read: (page: { first: number; after: string | null }) => Promise<Connection<Node>>;
  undo: (id: string) => Promise<void>;
  /** Reads what the changes are of, after an undo that was refused: somebody has changed it. */
  readAgain: () => Promise<void>;
}

/** The changes of something, newest first, page by page. */
export function useChanges<Node>({ read, undo, readAgain }: Deps<Node>) {
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
    /** @throws TandemError */
    async undo(id: string): Promise<void> {
      try {
        await undo(id);
      } catch (cause) {
        await Promise.all([readAgain(), load()]).catch(() => undefined); // the refusal is what counts
        throw cause;
      }
    },
  });
}
