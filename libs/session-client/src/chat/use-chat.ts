import { TandemError } from '@tandem/client';
import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue';
import { newId } from '../browser/browser';
import { DeleteChatMessageDocument, EditChatMessageDocument, SendChatMessageDocument } from '../gql/graphql';
import { storedOf } from '../browser/session-storage';
import type { Message } from '../model/types';
import { useAudience } from './use-audience';
import { useLooking } from './use-looking';
import { useOpenings } from './use-openings';
import type { SessionStore } from '../session/use-session';

const SEND_RETRY = 1000;

export type ChatAudience = Message['audience'];

/** A message on its way. It is shown at once; the server keeps it once, however often it is sent. */
export interface Outgoing {
  clientId: string;
  audience: ChatAudience;
  recipientId: string | null;
  text: string;
  state: 'sending' | 'failed';
  error: TandemError | null;
}

/** Messages of a session: what arrived, what is on its way, what is being written, what is unread. */
export function useChat(store: SessionStore) {
  const outbox = storedOf<Outgoing[]>(store.id, 'outbox', []);
  const draft = storedOf(store.id, 'draft', '');
  const audience = useAudience(store);
  const open = useOpenings(store);
  const readUpTo = storedOf(store.id, 'read', 0);
  const isOpen = ref(false);
  /** Sends what is too long for a message, where files may be sent. */
  const asFile = shallowRef<((file: File) => void) | null>(null);
  const isLooking = useLooking();
  /** Taken by the server; the event stream brings them. */
  const taken = new Set<string>();
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
      taken.add(clientId);
      return true;
    } catch (cause) {
      const error = cause instanceof TandemError ? cause : new TandemError('UNAVAILABLE');
      // stays as it is, goes again when the connection is back
      if (error.code === 'UNAVAILABLE' || error.code === 'TOO_MANY_REQUESTS') return false;
      Object.assign(message, { state: 'failed', error });
      return true;
    }
  }

  const nextToSend = () => pending.value.find(({ clientId, state }) => state === 'sending' && !taken.has(clientId));

  /**
   * Sends what waits, in order, also what is written meanwhile; stops at the first that finds nobody. While the line is down
   * it waits on.
   */
  async function flush(): Promise<void> {
    if (isSending || store.connection === 'lost') return;
    isSending = true;
    clearTimeout(again);
    let isThrough = true;
    try {
      for (let message = nextToSend(); message && isThrough; message = nextToSend()) isThrough = await sendOne(message);
      outbox.value = outbox.value.filter(({ clientId }) => !arrived.value.has(clientId));
    } finally {
      isSending = false;
    }
    // the line may have come back while the last try still waited for an answer: nobody would tell us again
    if (!isThrough) again = setTimeout(() => void flush(), SEND_RETRY);
  }

  /** To whom is chosen at the moment: the choice may change while the message waits. */
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
  watch([isOpen, isLooking, newest], () => {
    if (isOpen.value && isLooking.value) readUpTo.value = Math.max(readUpTo.value, newest.value);
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
    /** Whether the panel is there; what stands there while somebody looks is read. */
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
    /** The reader has clicked on an address that was sent. */
    open,
    discard: (clientId: string) => void (outbox.value = outbox.value.filter((entry) => entry.clientId !== clientId)),
  });
}
export type Chat = ReturnType<typeof useChat>;
