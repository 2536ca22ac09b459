import { createTandemClient, TandemError, tailEvents, type TailWay, type TandemClient } from '@tandem/client';
import type { SessionAct } from '@tandem/domain';
import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue';
import { applyEvent } from '../model/apply-event';
import { forgetSession } from '../browser/session-storage';
import {
  NextSessionEventsDocument,
  SessionAbilitiesDocument,
  SessionEventsDocument,
  SessionSnapshotDocument,
} from '../gql/graphql';
import { useOffline } from '../browser/use-offline';
import type {
  Connection,
  ConsentRequest,
  Grant,
  Invitation,
  LineTrouble,
  Message,
  Participant,
  SessionEvent,
  SessionFacts,
  SessionFile,
  Share,
  Snapshot,
} from '../model/types';

const ABILITIES_WAIT = 60;
const SNAPSHOT_RETRY = 1500;
/** Turned away again within this time, it is not asked once more why. */
const ASKED_WHY = 5000;

/**
 * One session as its viewer may see it, kept up to date for ever: a snapshot, then the events after it. Every other
 * composable reads from here. Ends with the scope that made it.
 */
export function useSession(sessionId: string, client: TandemClient) {
  const session = ref<SessionFacts | null>(null);
  const mySeatId = ref<string | null>(null);
  const participants = ref<Participant[]>([]);
  const peopleEvents = ref<SessionEvent[]>([]);
  const messages = ref<Message[]>([]);
  const shares = ref<Share[]>([]);
  const consentRequests = ref<ConsentRequest[]>([]);
  const grants = ref<Grant[]>([]);
  const invitations = ref<Invitation[]>([]);
  const files = ref<SessionFile[]>([]);
  const abilities = ref<Snapshot['abilities']>([]);
  const connection = ref<Connection>('connecting');
  const way = ref<TailWay>('socket');
  const isOffline = useOffline();
  const lostSince = ref<Date | null>(null);
  const error = shallowRef<TandemError | null>(null);
  const listeners = new Set<(event: SessionEvent) => void>();
  let stop: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDisposed = false;
  let turnedAwayAt = -Infinity;

  watch(
    () => connection.value === 'over' || error.value?.code === 'SEAT_CLOSED',
    (isOver) => {
      if (isOver) forgetSession(sessionId);
    },
  );

  function take({ lastSeq: _, mySeat, ...snapshot }: Snapshot): void {
    participants.value = snapshot.participants;
    peopleEvents.value = snapshot.peopleEvents;
    messages.value = snapshot.messages;
    shares.value = snapshot.shares;
    consentRequests.value = snapshot.consentRequests;
    grants.value = snapshot.grants;
    invitations.value = snapshot.invitations;
    files.value = snapshot.files;
    abilities.value = snapshot.abilities;
    mySeatId.value = mySeat?.id ?? null;
    const {
      participants: _p,
      peopleEvents: _e,
      messages: _m,
      shares: _s,
      consentRequests: _c,
      grants: _g,
      invitations: _i,
      files: _f,
      abilities: _a,
      ...facts
    } = snapshot;
    session.value = facts;
  }

  async function refreshAbilities(): Promise<void> {
    const fresh = await client.query(SessionAbilitiesDocument, { id: sessionId }).catch(() => null);
    if (!fresh) return; // the next event, or coming back, asks again
    abilities.value = fresh.session.abilities;
  }

  /** Whoever waits at the door sees little of the session; let in, everything that went before is there to be seen. */
  const isLetIn = (event: SessionEvent) =>
    event.__typename === 'ParticipantJoined' &&
    event.participant.id === mySeatId.value &&
    participants.value.some(({ id, state }) => id === event.participant.id && state === 'WAITING');

  function onEvent(event: SessionEvent): void {
    if (isLetIn(event)) return void open();
    const lists = {
      participants: participants.value,
      peopleEvents: peopleEvents.value,
      messages: messages.value,
      shares: shares.value,
      consentRequests: consentRequests.value,
      grants: grants.value,
      invitations: invitations.value,
      files: files.value,
      session: session.value!,
    };
    applyEvent(lists, event);
    if (event.changesAbilities) {
      clearTimeout(timer);
      timer = setTimeout(() => void refreshAbilities(), ABILITIES_WAIT);
    }
    listeners.forEach((listener) => listener(event));
  }

  /** A socket only says that we are nobody to it; a request is told why: the session is over, the seat is closed. */
  function isToAskWhy(cause?: TandemError): boolean {
    if (cause?.code !== 'UNAUTHENTICATED' || Date.now() - turnedAwayAt < ASKED_WHY) return false;
    turnedAwayAt = Date.now();
    return true;
  }

  function onState(state: Connection, cause?: TandemError): void {
    if (state === 'refused' && isToAskWhy(cause)) return void open();
    const wasLost = connection.value === 'lost';
    connection.value = state;
    error.value = state === 'refused' ? (cause ?? null) : null;
    lostSince.value = state === 'lost' ? (lostSince.value ?? new Date()) : null;
    if (state === 'live' && wasLost) void refreshAbilities();
  }

  function follow(after: number): void {
    stop = tailEvents<SessionEvent>({
      after,
      onEvent,
      onState,
      onWay: (now) => (way.value = now),
      step: async (seen) =>
        (await client.query(NextSessionEventsDocument, { sessionId, after: seen })).nextSessionEvents,
      attempt: (seen, { live, event, signal }) =>
        client.subscribe(
          SessionEventsDocument,
          { sessionId, after: seen },
          { onLive: live, onData: (data) => event(data.sessionEvents), signal },
        ),
    });
  }

  async function open(): Promise<void> {
    connection.value = 'connecting';
    error.value = null;
    stop?.();
    try {
      const { session: snapshot } = await client.query(SessionSnapshotDocument, { id: sessionId });
      if (isDisposed) return;
      take(snapshot);
      if (snapshot.state === 'ENDED') connection.value = 'over';
      else follow(snapshot.lastSeq);
    } catch (cause) {
      if (!(cause instanceof TandemError) || isDisposed) throw cause;
      if (cause.code !== 'UNAVAILABLE' && cause.code !== 'INTERNAL') {
        turnedAwayAt = Date.now();
        return onState('refused', cause);
      }
      onState('lost', cause);
      timer = setTimeout(() => void open(), SNAPSHOT_RETRY);
    }
  }

  onScopeDispose(() => {
    isDisposed = true;
    clearTimeout(timer);
    stop?.();
  });
  void open();

  const byRole = (role: Participant['role']) =>
    participants.value.find((person) => person.role === role && person.state === 'SEATED') ?? null;
  return reactive({
    id: sessionId,
    client,
    session,
    participants,
    peopleEvents,
    messages,
    shares,
    consentRequests,
    grants,
    invitations,
    files,
    abilities,
    connection,
    /** What is wrong with the line, if anything; a word for it stands in the texts under `lineTrouble`. */
    trouble: computed((): LineTrouble | null => {
      if (connection.value === 'lost') return isOffline.value ? 'OFFLINE' : 'NO_ANSWER';
      return connection.value === 'live' && way.value === 'requests' ? 'NO_SOCKET' : null;
    }),
    lostSince,
    error,
    me: computed(() => participants.value.find(({ id }) => id === mySeatId.value) ?? null),
    customer: computed(() => byRole('PRIMARY_CUSTOMER')),
    csr: computed(() => byRole('PRIMARY_CSR')),
    waiting: computed(() => participants.value.filter(({ state }) => state === 'WAITING')),
    /** Whether an act may be used now, and if not the code of the reason. */
    ability: (act: SessionAct) =>
      abilities.value.find((ability) => ability.act === act) ?? { act, isAllowed: false, reason: null },
    /** Told of every event after the snapshot. @returns how to stop */
    onEvent(listener: (event: SessionEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reopen: open,
    /** What an answer tells this page before the log does. Nobody else writes the lists. */
    replaceMessage(message: Message): void {
      const at = messages.value.findIndex(({ id }) => id === message.id);
      if (at >= 0) messages.value.splice(at, 1, message);
    },
    replaceFiles: (fresh: SessionFile[]) => void (files.value = fresh),
    /** The own seat is left: here at once, also while the server can't be reached. */
    markLeft(): void {
      participants.value = participants.value.map((person) =>
        person.id === mySeatId.value ? { ...person, state: 'LEFT' } : person,
      );
    },
  });
}
export type SessionStore = Readonly<ReturnType<typeof useSession>>;

/** The session as the customer who sits in it. */
export const useSeatSession = (sessionId: string): SessionStore =>
  withClient(sessionId, createTandemClient({ actor: { kind: 'seat', sessionId } }));
/** The session as the signed-in member of staff. */
export const useStaffSession = (sessionId: string): SessionStore =>
  withClient(sessionId, createTandemClient({ actor: { kind: 'staff' } }));

function withClient(sessionId: string, client: TandemClient): SessionStore {
  onScopeDispose(() => client.close());
  return useSession(sessionId, client);
}
