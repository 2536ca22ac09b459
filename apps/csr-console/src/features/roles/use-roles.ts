import { computed, reactive, ref } from 'vue';
import { client } from '../../client';
import {
  DeleteRoleDocument,
  RoleChangesDocument,
  RolesDocument,
  SaveRoleDocument,
  UndoRoleChangeDocument,
  type RoleChangesQuery,
  type RolePartsFragment,
  type SaveRoleInput,
} from '../../gql/graphql';

export type Role = RolePartsFragment;
export type RoleChange = RoleChangesQuery['roleChanges']['edges'][number]['node'];

const PAGE = 10;

/** The roles of the site and their history. A change counts at once for whoever has the role. */
export function useRoles() {
  const roles = ref<Role[]>([]);
  const changes = ref<RoleChange[]>([]);
  const more = ref<string | null>(null);

  async function loadChanges(after: string | null = null): Promise<void> {
    const { roleChanges } = await client.query(RoleChangesDocument, { first: PAGE, after });
    const nodes = roleChanges.edges.map(({ node }) => node);
    changes.value = after ? [...changes.value, ...nodes] : nodes;
    more.value = roleChanges.pageInfo.hasNextPage ? (roleChanges.pageInfo.endCursor ?? null) : null;
  }
  /** @throws TandemError */
  async function load(): Promise<void> {
    roles.value = (await client.query(RolesDocument, {})).roles;
    await loadChanges();
  }

  return reactive({
    roles,
    changes,
    own: computed(() => roles.value.filter(({ name }) => name != null)),
    builtIn: computed(() => roles.value.filter(({ name }) => name == null)),
    hasMore: computed(() => more.value !== null),
    load,
    loadMore: () => loadChanges(more.value),
    /** @throws TandemError */
    async save(input: SaveRoleInput): Promise<void> {
      await client.mutate(SaveRoleDocument, { input });
      await load();
    },
    /** Whoever has it gets the other one. @throws TandemError */
    async remove(id: string, moveToId: string | null): Promise<void> {
      await client.mutate(DeleteRoleDocument, { id, moveToId });
      await load();
    },
    /** @throws TandemError */
    async undo(id: string): Promise<void> {
      await client.mutate(UndoRoleChangeDocument, { id });
      await load();
    },
  });
}
export type RolesStore = ReturnType<typeof useRoles>;
