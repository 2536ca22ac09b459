import type { SessionLists } from './apply-event';
import type { Participant, SessionEvent, SessionFacts, Snapshot } from './types';

/** What the store keeps of a session: the lists that events change, and the session itself, null before it is loaded. */
export type SessionState = Omit<SessionLists, 'session'> & { session: SessionFacts | null };

export const emptyState = (): SessionState => ({
  session: null,
  participants: [],
  peopleEvents: [],
  messages: [],
  shares: [],
  consentRequests: [],
  grants: [],
  invitations: [],
  files: [],
});

/** Separates what a snapshot contains: the state, the viewer's own seat and abilities, and where the events continue. */
export function splitSnapshot(snapshot: Snapshot) {
  const { lastSeq, mySeat, abilities, ...rest } = snapshot;
  const { participants, peopleEvents, messages, shares, consentRequests, grants, invitations, files, ...session } =
    rest;
  const lists = { participants, peopleEvents, messages, shares, consentRequests, grants, invitations, files };
  return { lastSeq, mySeatId: mySeat?.id ?? null, abilities, state: { ...lists, session } satisfies SessionState };
}

/** The seated participant with this role. */
export const seatedAs = (participants: readonly Participant[], role: Participant['role']): Participant | null =>
  participants.find((person) => person.role === role && person.state === 'SEATED') ?? null;

/** Whether an event admits a waiting seat. A waiting seat sees little of the session; an admitted one loads all of it. */
export const isAdmission = (event: SessionEvent, participants: readonly Participant[], seatId: string | null) =>
  event.__typename === 'ParticipantJoined' &&
  event.participant.id === seatId &&
  participants.some(({ id, state }) => id === event.participant.id && state === 'WAITING');
