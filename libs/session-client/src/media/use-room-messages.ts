import type { MediaRoom } from '@tandem/media';
import { computed, onScopeDispose, ref } from 'vue';
import type { SessionStore } from '../session/use-session';

/** Typing and read receipts: small messages between the participants of a room, which are never stored. */
export function useRoomMessages(room: MediaRoom, store: SessionStore) {
  const typing = ref<string[]>([]);
  const readUpTo = ref<Record<string, number>>({});

  const stop = room.on('data', ({ participantId, message }) => {
    if (message.kind === 'read') readUpTo.value = { ...readUpTo.value, [participantId]: message.seq };
    if (message.kind !== 'typing') return;
    typing.value = typing.value.filter((id) => id !== participantId);
    if (message.isTyping) typing.value.push(participantId);
  });
  onScopeDispose(stop);

  return {
    /** Names of the participants who are typing. */
    typing: computed(() => store.participants.filter(({ id }) => typing.value.includes(id)).map(({ name }) => name)),
    /** The sequence number of the last message that each participant has reported as read. */
    readUpTo,
    sendRead: (seq: number, to: string) => room.send({ kind: 'read', seq }, [to]),
    /** @param to the readers of the message that is being typed; everybody when left out */
    sendTyping: (isTyping: boolean, to?: string[]) => room.send({ kind: 'typing', isTyping }, to),
  };
}
