import { useTimeoutFn } from '@vueuse/core';
import { onScopeDispose, watch } from 'vue';
import { MarkReadDocument } from '../gql/graphql';
import type { Message } from '../model/types';
import type { Chat } from './use-chat';
import type { Media } from '../media/use-media';
import type { SessionStore } from '../session/use-session';

/** A participant who has just joined can receive messages of the room after this time. */
const JOIN_DELAY_MS = 2000;
/** Several messages that are read in a row are stored in one request. */
const STORE_DELAY_MS = 800;

/**
 * Read receipts. Pages send them to each other through the media room, and store them on the server for pages that open
 * later. A sender learns up to which of their own messages a participant has read; nothing about messages of others.
 */
export function useReadReceipts(store: SessionStore, chat: Chat, media: Media) {
  const isMine = ({ sender }: Message) => sender.id === store.me?.id;
  const sent = new Map<string, number>();
  let stored = 0;

  const storing = useTimeoutFn(
    (seq: number) => {
      const done = () => void (stored = Math.max(stored, seq));
      // a failed request is made up for by the next message, or by a message through the room
      void store.client.mutate(MarkReadDocument, { sessionId: store.id, seq }).then(done, () => undefined);
    },
    STORE_DELAY_MS,
    { immediate: false },
  );

  function storeSoon(): void {
    const seq = chat.readUpTo;
    const isNews = chat.messages.some((message) => message.seq > stored && message.seq <= seq && !isMine(message));
    if (isNews) storing.start(seq);
    else storing.stop();
  }
  /** What was read in another browser, or before this one lost its storage. */
  function takeOver(): void {
    stored = Math.max(stored, store.session?.readUpTo ?? 0);
    chat.readUpTo = Math.max(chat.readUpTo, stored);
  }
  watch(() => store.session?.readUpTo, takeOver, { immediate: true });
  watch(() => chat.readUpTo, storeSoon, { immediate: true });

  function send(): void {
    if (media.state !== 'live') return;
    const read = chat.messages.filter(({ seq }) => seq <= chat.readUpTo);
    for (const { id } of store.participants.filter(({ state }) => state === 'SEATED')) {
      const seq = id === store.me?.id ? undefined : read.findLast(({ sender }) => sender.id === id)?.seq;
      if (!seq || sent.get(id) === seq) continue;
      sent.set(id, seq);
      media.sendRead(seq, id);
    }
  }
  const { start: sendLater } = useTimeoutFn(send, JOIN_DELAY_MS, { immediate: false });
  watch([() => chat.readUpTo, () => chat.messages.length], send);
  watch(
    () => media.state,
    () => {
      sent.clear();
      sendLater(); // the others can receive it once they know this window
    },
    { immediate: true },
  );
  const stop = store.onEvent((event) => {
    if (event.__typename !== 'ParticipantJoined' && event.__typename !== 'ParticipantReconnected') return;
    sent.delete(event.participant.id); // their page may be a new one without any receipts
    sendLater();
  });
  onScopeDispose(stop);

  /** The last own message that this participant has read. */
  const lastReadBy = (participantId: string): string | undefined => {
    const seq = media.readUpTo[participantId] ?? 0;
    const hasRead = (message: Message) => message.seq <= seq || message.readBy.some(({ id }) => id === participantId);
    return chat.messages.findLast((message) => isMine(message) && hasRead(message))?.id;
  };
  return {
    /** Names of the participants for whom this is the last own message that they have read. */
    readBy: (messageId: string): string =>
      store.participants
        .filter(({ id, state }) => state === 'SEATED' && id !== store.me?.id && lastReadBy(id) === messageId)
        .map(({ name }) => name)
        .join(', '),
  };
}
export type ReadReceipts = ReturnType<typeof useReadReceipts>;
