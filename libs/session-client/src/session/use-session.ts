import { createTandemClient, type TandemClient } from '@tandem/client';
import { computed, onScopeDispose, reactive, ref, toRefs, watch } from 'vue';
import { forgetSession } from '../browser/session-storage';
import { applyEvent } from '../model/apply-event';
import { emptyState, isAdmission, seatedAs, splitSnapshot, type SessionState } from '../model/snapshot';
import type { Message, SessionEvent, SessionFile, Snapshot } from '../model/types';
import { useAbilities } from './use-abilities';
import { useEventStream } from './use-event-stream';

/**
 * One session as its viewer may see it, always up to date: a snapshot, then the events after it. Every other
 * composable reads from here. It ends with its scope.
 */
export function useSession(sessionId: string, client: TandemClient) {
  const state = reactive(emptyState());
  const mySeatId = ref<string | null>(null);
  const { abilities, ability, refresh, refreshSoon } = useAbilities(sessionId, client);
  const { listeners, listen } = createListeners();
  const { open, ...stream } = useEventStream({
    sessionId,
    client,
    onSnapshot,
    onEvent,
    onReconnect: () => void refresh(),
  });

  function onSnapshot(snapshot: Snapshot): void {
    const parts = splitSnapshot(snapshot);
    Object.assign(state, parts.state);
    mySeatId.value = parts.mySeatId;
    abilities.value = parts.abilities;
  }
  function onEvent(event: SessionEvent): void {
    if (isAdmission(event, state.participants, mySeatId.value)) return void open();
    applyEvent({ ...state, session: state.session! }, event);
    if (event.changesAbilities) refreshSoon();
    listeners.forEach((listener) => listener(event));
  }
  watch(
    () => stream.connection.value === 'over' || stream.error.value?.code === 'SEAT_CLOSED',
    (isOver) => {
      if (isOver) forgetSession(sessionId);
    },
  );
  void open();

  return reactive({
    ...{ id: sessionId, client },
    ...toRefs(state),
    ...{ abilities, ability, ...stream },
    ...peopleOf(state, () => mySeatId.value),
    /** The listener gets every event after the snapshot. @returns a function that removes it */
    onEvent: listen,
    reopen: open,
    ...changesOf(state, () => mySeatId.value),
  });
}
export type SessionStore = Readonly<ReturnType<typeof useSession>>;

function createListeners() {
  const listeners = new Set<(event: SessionEvent) => void>();
  return {
    listeners,
    listen(listener: (event: SessionEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const peopleOf = (state: SessionState, mySeatId: () => string | null) => ({
  me: computed(() => state.participants.find(({ id }) => id === mySeatId()) ?? null),
  customer: computed(() => seatedAs(state.participants, 'PRIMARY_CUSTOMER')),
  csr: computed(() => seatedAs(state.participants, 'PRIMARY_CSR')),
  waiting: computed(() => state.participants.filter((person) => person.state === 'WAITING')),
});

/** Changes that an answer reports before its event arrives. Nothing else outside the store writes its lists. */
const changesOf = (state: SessionState, mySeatId: () => string | null) => ({
  replaceMessage(message: Message): void {
    const at = state.messages.findIndex(({ id }) => id === message.id);
    if (at >= 0) state.messages.splice(at, 1, message);
  },
  replaceFiles: (fresh: SessionFile[]) => void (state.files = fresh),
  /** Marks the own seat as left immediately, even while the server can't be reached. */
  markLeft(): void {
    state.participants = state.participants.map((person) =>
      person.id === mySeatId() ? { ...person, state: 'LEFT' } : person,
    );
  },
});

/** The session as its customer. */
export const useSeatSession = (sessionId: string): SessionStore =>
  withClient(sessionId, createTandemClient({ actor: { kind: 'seat', sessionId } }));
/** The session as the signed-in member of staff. */
export const useStaffSession = (sessionId: string): SessionStore =>
  withClient(sessionId, createTandemClient({ actor: { kind: 'staff' } }));

function withClient(sessionId: string, client: TandemClient): SessionStore {
  onScopeDispose(() => client.close());
  return useSession(sessionId, client);
}
