import { TandemError } from '@tandem/client';
import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue';
import { newId } from '../browser/browser';
import { DeleteChatMessageDocument, EditChatMessageDocument, SendChatMessageDocument } from '../gql/graphql';
import { storedOf } from '../browser/session-storage';
import type { Message } from '../model/types';
import { useAudience } from './use-audience';
import { usePageActive } from './use-page-active';
import { useLinkClicks } from './use-link-clicks';
import type { SessionStore } from '../session/use-session';

const SEND_RETRY_MS = 1000;

export type ChatAudience = Message['audience'];

/** A message that is being sent. It is shown immediately; the server stores it once, even if it is sent several times. */
export interface Outgoing {
  clientId: string;
  audience: ChatAudience;
  recipientId: string | null;
  text: string;
  state: 'sending' | 'failed';
  error: TandemError | null;
}

/** Messages of a session: received, being sent, being written, unread. */
export function useChat(store: SessionStore) {
  const outbox = storedOf<Outgoing[]>(store.id, 'outbox', []);
  const draft = storedOf(store.id, 'draft', '');
  const audience = useAudience(store);
  const open = useLinkClicks(store);
  const readUpTo = storedOf(store.id, 'read', 0);
  const isOpen = ref(false);
  /** Sends a text that is too long for a message as a file, where files may be sent. */
  const asFile = shallowRef<((file: File) => void) | null>(null);
  const isActive = usePageActive();
  /** Accepted by the server; their events have not arrived yet. */
  const accepted = new Set<string>();
  let isSending = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  const arrived = computed(() => new Set(store.messages.map(({ clientId }) => clientId)));
  const pending = computed(() => outbox.value.filter(({ clientId }) => !arrived.value.has(clientId)));

  async function sendOne(message: Outgoing): Promise<boolean> {
    const { clientId, audience, recipientId, text } = message;
    try {
      await store.client.mutate(SendChatMessageDocument, {
        input: { sessionId: store.id, clientId, audience, recipientId, text },
      });
      accepted.add(clientId);
      return true;
    } catch (cause) {
      const error = cause instanceof TandemError ? cause : new TandemError('UNAVAILABLE');
      // stays in the outbox and is sent again when the connection is back
      if (error.code === 'UNAVAILABLE' || error.code === 'TOO_MANY_REQUESTS') return false;
      Object.assign(message, { state: 'failed', error });
      return true;
    }
  }

  const nextToSend = () => pending.value.find(({ clientId, state }) => state === 'sending' && !accepted.has(clientId));

  /**
   * Sends the outbox in order, including messages that are added meanwhile. Stops at the first that does not reach the server,
   * and waits while the connection is lost.
   */
  async function flush(): Promise<void> {
    if (isSending || store.connection === 'lost') return;
    isSending = true;
    clearTimeout(again);
    let isComplete = true;
    try {
      for (let message = nextToSend(); message && isComplete; message = nextToSend())
        isComplete = await sendOne(message);
      outbox.value = outbox.value.filter(({ clientId }) => !arrived.value.has(clientId));
    } finally {
      isSending = false;
    }
    // the connection may have come back while the last request was still pending: no event would trigger another attempt
    if (!isComplete) again = setTimeout(() => void flush(), SEND_RETRY_MS);
  }

  /** The recipient is the one chosen now: the choice may change while the message waits. */
  function send(text: string): void {
    const body = text.trim();
    if (!body || !audience.isThere) return;
    const { audience: circle, recipientId } = audience.to;
    outbox.value = [
      ...outbox.value,
      { clientId: newId(), audience: circle, recipientId, text: body, state: 'sending', error: null },
    ];
    void flush();
  }

  function retry(clientId: string): void {
    const message = outbox.value.find((entry) => entry.clientId === clientId);
    if (!message) return;
    Object.assign(message, { state: 'sending', error: null });
    void flush();
  }

  const newest = computed(() => store.messages.at(-1)?.seq ?? 0);
  watch([isOpen, isActive, newest], () => {
    if (isOpen.value && isActive.value) readUpTo.value = Math.max(readUpTo.value, newest.value);
  });
  watch(
    () => store.connection,
    (state) => state === 'live' && void flush(),
  );
  watch(
    () => store.messages.length,
    () => (outbox.value = outbox.value.filter(({ clientId }) => !arrived.value.has(clientId))),
  );

  onScopeDispose(() => clearTimeout(again));

  return reactive({
    messages: computed(() => store.messages),
    pending,
    draft,
    unread: computed(
      () =>
        store.messages.filter(
          ({ seq, sender, isDeleted }) => seq > readUpTo.value && !isDeleted && sender.id !== store.me?.id,
        ).length,
    ),
    /** Whether the panel is open. Messages in an open panel of an active page are read. */
    isOpen,
    asFile,
    readUpTo,
    audience,
    send,
    retry,
    /** @throws TandemError */
    edit: async (messageId: string, text: string) =>
      store.replaceMessage(
        (await store.client.mutate(EditChatMessageDocument, { input: { messageId, text: text.trim() } }))
          .editChatMessage,
      ),
    /** @throws TandemError */
    remove: async (messageId: string) =>
      store.replaceMessage((await store.client.mutate(DeleteChatMessageDocument, { messageId })).deleteChatMessage),
    /** The reader has clicked a link that was sent. */
    open,
    discard: (clientId: string) => void (outbox.value = outbox.value.filter((entry) => entry.clientId !== clientId)),
  });
}
export type Chat = ReturnType<typeof useChat>;
