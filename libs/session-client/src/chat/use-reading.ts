import { useTimeoutFn } from '@vueuse/core';
import { onScopeDispose, watch } from 'vue';
import { MarkReadDocument } from '../gql/graphql';
import type { Message } from '../model/types';
import type { Chat } from './use-chat';
import type { Media } from '../media/use-media';
import type { SessionStore } from '../session/use-session';

/** So long somebody who has just come needs until a small message reaches them. */
const ARRIVING = 2000;

/** Reading goes on for a moment after it has begun. */
const KEEPING = 800;

/**
 * Who has read what. It is told past the log, from page to page, and kept on the server for a page that comes later: each
 * writer hears up to which of the own messages somebody has read, and nobody hears of messages that are not theirs.
 */
export function useReading(store: SessionStore, chat: Chat, media: Media) {
  const isMine = ({ sender }: Message) => sender.id === store.me?.id;
  const told = new Map<string, number>();
  let kept = 0;

  const keeping = useTimeoutFn(
    (seq: number) => {
      const done = () => void (kept = Math.max(kept, seq));
      // what is not kept now is kept with the next message, or told from page to page
      void store.client.mutate(MarkReadDocument, { sessionId: store.id, seq }).then(done, () => undefined);
    },
    KEEPING,
    { immediate: false },
  );

  function keep(): void {
    const seq = chat.readUpTo;
    const isNews = chat.messages.some((message) => message.seq > kept && message.seq <= seq && !isMine(message));
    if (isNews) keeping.start(seq);
    else keeping.stop();
  }
  /** What was read in another browser, or before this one forgot. */
  function takeUp(): void {
    kept = Math.max(kept, store.session?.readUpTo ?? 0);
    chat.readUpTo = Math.max(chat.readUpTo, kept);
  }
  watch(() => store.session?.readUpTo, takeUp, { immediate: true });
  watch(() => chat.readUpTo, keep, { immediate: true });

  function tell(): void {
    if (media.state !== 'live') return;
    const read = chat.messages.filter(({ seq }) => seq <= chat.readUpTo);
    for (const { id } of store.participants.filter(({ state }) => state === 'SEATED')) {
      const seq = id === store.me?.id ? undefined : read.findLast(({ sender }) => sender.id === id)?.seq;
      if (!seq || told.get(id) === seq) continue;
      told.set(id, seq);
      media.sendRead(seq, id);
    }
  }
  const { start: tellAgain } = useTimeoutFn(tell, ARRIVING, { immediate: false });
  watch([() => chat.readUpTo, () => chat.messages.length], tell);
  watch(
    () => media.state,
    () => {
      told.clear();
      tellAgain(); // the others hear us once they know of us
    },
    { immediate: true },
  );
  const stop = store.onEvent((event) => {
    if (event.__typename !== 'ParticipantJoined' && event.__typename !== 'ParticipantReconnected') return;
    told.delete(event.participant.id); // their page may be a new one, which has heard nothing yet
    tellAgain();
  });
  onScopeDispose(stop);

  /** The last own message that each of the others has read. */
  const lastReadBy = (participantId: string): string | undefined => {
    const seq = media.readUpTo[participantId] ?? 0;
    const hasRead = (message: Message) => message.seq <= seq || message.readBy.some(({ id }) => id === participantId);
    return chat.messages.findLast((message) => isMine(message) && hasRead(message))?.id;
  };
  return {
    /** Names of those for whom this own message is the last one that they have read. */
    readBy: (messageId: string): string =>
      store.participants
        .filter(({ id, state }) => state === 'SEATED' && id !== store.me?.id && lastReadBy(id) === messageId)
        .map(({ name }) => name)
        .join(', '),
  };
}
export type Reading = ReturnType<typeof useReading>;
