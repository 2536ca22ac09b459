import type { ConsentRequest, Message, Snapshot, SessionEvent } from './types';

/** The part of a snapshot that events change. */
export type SessionLists = Pick<
  Snapshot,
  'participants' | 'peopleEvents' | 'messages' | 'shares' | 'consentRequests' | 'grants' | 'invitations' | 'files'
> & {
  session: Pick<
    Snapshot,
    | 'state'
    | 'isLocked'
    | 'activeAt'
    | 'endedAt'
    | 'endReason'
    | 'endDueAt'
    | 'endDueReason'
    | 'hold'
    | 'shareMode'
    | 'sessionType'
    | 'trackingCode'
  >;
};

/** Replaces the entry with the same id in its place, or adds it at an end. */
function put<T extends { id: string }>(list: T[], entry: T, end: 'first' | 'last' = 'last'): void {
  const at = list.findIndex(({ id }) => id === entry.id);
  if (at >= 0) list.splice(at, 1, entry);
  else if (end === 'first') list.unshift(entry);
  else list.push(entry);
}

/** Messages are ordered by number, including one that becomes visible only when it is changed. */
function putMessage(list: Message[], message: Message): void {
  const known = list.findIndex(({ id }) => id === message.id);
  const next = list.findIndex(({ seq }) => seq > message.seq);
  if (known >= 0) list.splice(known, 1, message);
  else list.splice(next < 0 ? list.length : next, 0, message);
}

/** Only open consent requests are listed. */
function putRequest(list: ConsentRequest[], request: ConsentRequest): void {
  if (request.state === 'ASKED') return put(list, request);
  const known = list.findIndex(({ id }) => id === request.id);
  if (known >= 0) list.splice(known, 1);
}

/** Applies an event to the lists. Applying it twice changes nothing more: events contain states, not differences. */
export function applyEvent(lists: SessionLists, event: SessionEvent): void {
  if ('participant' in event) put(lists.participants, event.participant);
  if ('by' in event) put(lists.participants, event.by);
  if ('from' in event && event.from) put(lists.participants, event.from);
  if ('leftBy' in event) put(lists.participants, event.leftBy);
  if ('to' in event) put(lists.participants, event.to);
  if (isPeopleEvent(event) && event.seq > (lists.peopleEvents.at(-1)?.seq ?? 0)) lists.peopleEvents.push(event);
  if ('message' in event) putMessage(lists.messages, event.message);
  if ('request' in event) putRequest(lists.consentRequests, event.request);
  if ('share' in event) put(lists.shares, event.share, 'first');
  if ('grant' in event) put(lists.grants, event.grant, 'first');
  if ('invitation' in event) put(lists.invitations, event.invitation, 'first');
  if ('file' in event && event.file) put(lists.files, event.file);
  if (
    event.__typename === 'ParticipantJoined' &&
    event.participant.role === 'PRIMARY_CUSTOMER' &&
    lists.session.state === 'OPEN'
  )
    Object.assign(lists.session, { state: 'ACTIVE', activeAt: event.at });
  if (event.__typename === 'SessionEndNear')
    Object.assign(lists.session, { endDueAt: event.dueAt, endDueReason: event.endReason });
  if (event.__typename === 'SessionKeptOpen') Object.assign(lists.session, { endDueAt: null, endDueReason: null });
  if (event.__typename === 'SessionDescribed')
    Object.assign(lists.session, { sessionType: event.sessionType, trackingCode: event.trackingCode });
  if (event.__typename === 'SessionLockChanged') lists.session.isLocked = event.isLocked;
  if (event.__typename === 'ShareModeChanged') lists.session.shareMode = event.mode;
  if (event.__typename === 'CustomerHeld') lists.session.hold = event.hold;
  if (event.__typename === 'CustomerResumed') lists.session.hold = null;
  if (event.__typename === 'SessionEnded')
    Object.assign(lists.session, { state: 'ENDED', endedAt: event.at, endReason: event.endReason });
}

/** Events that are shown between the messages: joining, leaving, taking the lead, a lost connection, a reconnect. */
const isPeopleEvent = ({ __typename }: SessionEvent): boolean =>
  /^(Participant(Joined|Left|Removed|Replaced|Disconnected|Reconnected)|ControlTransferred|CustomerSwapped)$/.test(
    __typename,
  );
