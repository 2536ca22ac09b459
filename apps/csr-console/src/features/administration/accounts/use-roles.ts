import { computed, reactive, ref } from 'vue';
import { client, TandemError } from '../../../client';
import {
  DeleteRoleDocument,
  RoleChangesDocument,
  RolesDocument,
  SaveRoleDocument,
  UndoRoleChangeDocument,
  type RoleChangesQuery,
  type RolePartsFragment,
  type SaveRoleInput,
} from '../../../gql/graphql';
import { useChanges } from '../history/use-changes';

export type Role = RolePartsFragment;
export type RoleChange = RoleChangesQuery['roleChanges']['edges'][number]['node'];

/** The roles of the site and their history. A change is effective immediately for all accounts with the role. */
export function useRoles() {
  const roles = ref<Role[]>([]);
  const history = useChanges<RoleChange>({
    read: async (page) => (await client.query(RoleChangesDocument, page)).roleChanges,
    async undo(id) {
      await client.mutate(UndoRoleChangeDocument, { id });
      await load();
    },
    readAgain: loadRoles,
  });

  async function loadRoles(): Promise<void> {
    roles.value = (await client.query(RolesDocument, {})).roles;
  }
  /** @throws TandemError */
  async function load(): Promise<void> {
    await loadRoles();
    await history.load();
  }

  return reactive({
    roles,
    history,
    own: computed(() => roles.value.filter(({ name }) => name != null)),
    builtIn: computed(() => roles.value.filter(({ name }) => name == null)),
    load,
    /** As it is now. @throws TandemError */
    async readAgain(id: string): Promise<Role> {
      await load();
      const role = roles.value.find((each) => each.id === id);
      if (!role) throw new TandemError('ROLE_GONE');
      return role;
    },
    /** @throws TandemError */
    async save(input: SaveRoleInput): Promise<void> {
      await client.mutate(SaveRoleDocument, { input });
      await load();
    },
    /** Accounts with this role get the other one. @throws TandemError */
    async remove(id: string, moveToId: string | null): Promise<void> {
      await client.mutate(DeleteRoleDocument, { id, moveToId });
      await load();
    },
  });
}
export type RolesStore = ReturnType<typeof useRoles>;
