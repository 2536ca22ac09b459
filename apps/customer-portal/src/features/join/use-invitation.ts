import { createTandemClient, TandemError } from '@tandem/contract/client';
import { onMounted, ref, shallowRef } from 'vue';
import { OpenInvitationDocument, type OpenInvitationMutation } from '../../gql/graphql';
import { chosenLocale, hasChosenLocale } from '../../locale';

/** What an invitation says before it is used. The token is spent by joining only. */
export function useInvitation(token: string) {
  const invitation = ref<OpenInvitationMutation['openInvitation'] | null>(null);
  const error = shallowRef<TandemError | null>(null);

  onMounted(async () => {
    const isFree = !hasChosenLocale();
    try {
      invitation.value = (await createTandemClient({}).mutate(OpenInvitationDocument, { token })).openInvitation;
      if (isFree) chosenLocale.value = invitation.value.locale;
    } catch (cause) {
      error.value = cause instanceof TandemError ? cause : new TandemError('INTERNAL', { id: '-' });
    }
  });
  return { invitation, error };
}
