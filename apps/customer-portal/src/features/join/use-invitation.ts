import { createTandemClient, TandemError } from '@tandem/client';
import { keepsCookies } from '@tandem/session-client';
import { onMounted, onScopeDispose, ref, shallowRef } from 'vue';
import { OpenInvitationDocument, type OpenInvitationMutation } from '../../gql/graphql';
import { chosenLocale, hasChosenLocale } from '../../locale';
import { whenAPersonActs } from './when-a-person-acts';

/** What an invitation says before it is used. The token is spent by joining only. */
export function useInvitation(token: string) {
  const client = createTandemClient({});
  const invitation = ref<OpenInvitationMutation['openInvitation'] | null>(null);
  const error = shallowRef<TandemError | null>(null);
  const open = async (isByPerson: boolean) =>
    (await client.mutate(OpenInvitationDocument, { token, isByPerson })).openInvitation;
  let stop: () => void = () => undefined;

  onMounted(async () => {
    if (!keepsCookies()) return; // the page says what to do first
    const isFree = !hasChosenLocale();
    try {
      invitation.value = await open(false);
      if (isFree) chosenLocale.value = invitation.value.locale;
      // that it was opened is only information for the CSR: nothing here depends on it
      stop = whenAPersonActs(window, () => void open(true).catch(() => undefined));
    } catch (cause) {
      error.value = cause instanceof TandemError ? cause : new TandemError('INTERNAL', { id: '-' });
    }
  });
  onScopeDispose(() => stop());
  return { invitation, error };
}
