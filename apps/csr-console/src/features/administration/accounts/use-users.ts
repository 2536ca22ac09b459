import { computed, reactive, ref, shallowRef } from 'vue';
import { client, TandemError } from '../../../client';
import {
  CancelAddressChangeDocument,
  ChangeUserAddressDocument,
  ChangeUserDocument,
  DisableUserDocument,
  EnableUserDocument,
  InviteUserDocument,
  SendAddressLinkDocument,
  SendUserLinkDocument,
  UsersDocument,
  WithdrawUserDocument,
  type ChangeUserInput,
  type InviteUserInput,
  type StaffPartsFragment,
  type UsersQuery,
} from '../../../gql/graphql';

export type StaffMember = StaffPartsFragment;

/** The members of staff of the site: looked for, invited, changed. */
export function useUsers() {
  const members = ref<StaffMember[]>([]);
  const roles = shallowRef<UsersQuery['roles']>([]);
  const more = ref<string | null>(null);
  const isLoaded = ref(false);
  let search = '';
  let roleId: string | null = null;

  async function load(after: string | null = null): Promise<void> {
    const asked = { search, roleId };
    const answer = await client.query(UsersDocument, { ...asked, after });
    if (asked.search !== search || asked.roleId !== roleId) return; // an older question: the newer one's answer counts
    const nodes = answer.users.edges.map(({ node }) => node);
    members.value = after ? [...members.value, ...nodes] : nodes;
    more.value = answer.users.pageInfo.hasNextPage ? (answer.users.pageInfo.endCursor ?? null) : null;
    roles.value = answer.roles;
    isLoaded.value = true;
  }
  const take = (changed: StaffMember) =>
    void (members.value = members.value.map((member) => (member.id === changed.id ? changed : member)));

  return reactive({
    members,
    roles,
    isLoaded,
    hasMore: computed(() => more.value !== null),
    /** @throws TandemError */
    async find(text: string, role: string | null): Promise<void> {
      search = text.trim();
      roleId = role;
      await load();
    },
    loadMore: () => load(more.value),
    reload: () => load(),
    /** As it is now, if it is still in the list. @throws TandemError */
    async readAgain(member: StaffMember): Promise<StaffMember> {
      const found = await client.query(UsersDocument, { search: member.email, roleId: null, after: null });
      const now = found.users.edges.find(({ node }) => node.id === member.id)?.node;
      if (!now) throw new TandemError('NOT_FOUND');
      take(now);
      return now;
    },
    /** @returns the link, to be handed over by hand as well @throws TandemError */
    async invite(input: InviteUserInput): Promise<{ url: string; member: StaffMember }> {
      const { inviteUser } = await client.mutate(InviteUserDocument, { input });
      await load();
      return inviteUser;
    },
    async change(input: ChangeUserInput): Promise<void> {
      take((await client.mutate(ChangeUserDocument, { input })).changeUser);
    },
    disable: async (id: string) => take((await client.mutate(DisableUserDocument, { id })).disableUser),
    enable: async (id: string) => take((await client.mutate(EnableUserDocument, { id })).enableUser),
    /** A new mail address, effective once it is confirmed; without a mail server immediately. */
    async changeAddress(id: string, email: string): Promise<void> {
      take((await client.mutate(ChangeUserAddressDocument, { input: { id, email } })).changeUserAddress);
    },
    async sendAddressLink(userId: string): Promise<void> {
      await client.mutate(SendAddressLinkDocument, { userId });
      await load();
    },
    async cancelAddress(userId: string): Promise<void> {
      await client.mutate(CancelAddressChangeDocument, { userId });
      members.value = members.value.map((each) => (each.id === userId ? { ...each, pendingEmail: null } : each));
    },
    /** @returns the link where no mail can bring it */
    async sendLink(id: string): Promise<string | null> {
      const { member, url } = (await client.mutate(SendUserLinkDocument, { id })).sendUserLink;
      take(member);
      return url;
    },
    async withdraw(id: string): Promise<void> {
      await client.mutate(WithdrawUserDocument, { id });
      members.value = members.value.filter((member) => member.id !== id);
    },
  });
}
export type UsersStore = ReturnType<typeof useUsers>;
