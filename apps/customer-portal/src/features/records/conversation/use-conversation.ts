import { serverClock, TandemError, type TandemClient } from '@tandem/client';
import { browserTimeZone } from '@tandem/session-client';
import { onScopeDispose, reactive, ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import {
  AskConversationCodeDocument,
  ConversationDocument,
  MailConversationDocument,
  type AskConversationCodeMutationVariables,
  type ConversationQuery,
  type MailState,
  type MailConversationMutationVariables,
} from '../../../gql/graphql';

const AGAIN = 2000;
const LOOK_AGAIN = 5000;

/** What of the conversation may be taken along, as long as it may: null before that is known, and when it is over. */
export function useConversation(client: TandemClient, sessionId: string) {
  const { locale } = useI18n();
  const offer = ref<ConversationQuery['conversation'] | null>(null);
  const isSending = ref(false);
  const sentTo = ref<string | null>(null);
  const error = shallowRef<TandemError | null>(null);
  const codeFor = ref<string | null>(null);
  const fate = ref<MailState | null>(null);
  let look: ReturnType<typeof setTimeout> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    try {
      const { conversation } = await client.query(ConversationDocument, { sessionId });
      offer.value = conversation;
      if (conversation.until)
        timer = setTimeout(() => (offer.value = null), Date.parse(conversation.until) - serverClock.now());
    } catch (cause) {
      // any other word of the server's means that there is nothing to take along
      if (cause instanceof TandemError && cause.code === 'UNAVAILABLE') timer = setTimeout(() => void load(), AGAIN);
    }
  }
  void load();
  onScopeDispose(() => {
    clearTimeout(timer);
    clearTimeout(look);
  });

  /** What becomes of a mail that the server has not taken yet. */
  function follow(state: MailState): void {
    fate.value = state;
    clearTimeout(look);
    if (state === 'SENDING' || state === 'DEFERRED') look = setTimeout(() => void lookAgain(), LOOK_AGAIN);
  }
  async function lookAgain(): Promise<void> {
    const next = await client.query(ConversationDocument, { sessionId }).catch(() => null);
    follow(next?.conversation.mail?.state ?? 'DEFERRED');
  }

  async function act(work: () => Promise<void>): Promise<void> {
    if (isSending.value) return;
    isSending.value = true;
    sentTo.value = error.value = null;
    try {
      await work();
    } catch (cause) {
      error.value = cause instanceof TandemError ? cause : new TandemError('UNAVAILABLE');
    } finally {
      isSending.value = false;
    }
  }

  async function askCode(email: string): Promise<void> {
    const input = { sessionId, email, locale: locale.value } as AskConversationCodeMutationVariables['input'];
    const { askConversationCode } = await client.mutate(AskConversationCodeDocument, { input });
    if (askConversationCode.state === 'FAILED') throw new TandemError('CONVERSATION_NOT_SENT');
    codeFor.value = email;
  }

  async function mail(email: string, code?: string): Promise<void> {
    const input = { sessionId, email, locale: locale.value, timeZone: browserTimeZone(), ...(code && { code }) };
    try {
      const { mailConversation } = await client.mutate(MailConversationDocument, {
        input,
      } as MailConversationMutationVariables);
      codeFor.value = null;
      sentTo.value = email;
      follow(mailConversation.state);
    } catch (cause) {
      if (!(cause instanceof TandemError) || cause.code !== 'CONVERSATION_CODE_NEEDED') throw cause;
      await askCode(email);
    }
  }

  return reactive({
    offer,
    isSending,
    sentTo,
    fate,
    error,
    /** The address that a code was mailed to, while it is asked for. */
    codeFor,
    mail: (email: string, code?: string) => act(() => mail(email, code)),
    askCode: (email: string) => act(() => askCode(email)),
    /** Back to the address. */
    changeAddress(): void {
      codeFor.value = error.value = null;
    },
  });
}
export type Conversation = ReturnType<typeof useConversation>;
