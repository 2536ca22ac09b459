import { computed, reactive } from 'vue';
import {
  CreateInvitationLinkDocument,
  InviteByEmailDocument,
  RetryInvitationDocument,
  type Locale,
} from '../gql/graphql';
import type { SessionStore } from './use-session';

/** Invites customers by mail, by a link or by a message to paste. Events report the states of the invitations. */
export function useInvitations(store: SessionStore) {
  return reactive({
    list: computed(() => store.invitations),
    /** @throws TandemError, BAD_INPUT with the refused fields */
    byEmail: async (input: { email: string; name: string; locale: Locale }) =>
      (await store.client.mutate(InviteByEmailDocument, { input: { ...input, sessionId: store.id } })).inviteByEmail,
    /** A new one-time link each time. @throws TandemError */
    byLink: async (locale: Locale) =>
      (await store.client.mutate(CreateInvitationLinkDocument, { input: { sessionId: store.id, locale } }))
        .createInvitationLink,
    retry: async (id: string) => (await store.client.mutate(RetryInvitationDocument, { id })).retryInvitation,
  });
}
