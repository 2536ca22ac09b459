import type { EventActor, EventPayloads, EventRow, EventType } from '../../../platform/events/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import { actorOf, type Seat } from './seat.js';
import { sessionStream } from './sessions.events.js';
import type { SessionRow } from './sessions.repo.js';

type InSession = { session: Pick<SessionRow, 'id' | 'siteId'> } | { sessionId: string; siteId: string };
type Acting = { seat: Pick<Seat, 'role' | 'participantId'> } | { actor: EventActor };
/** The actor and the session: an attendance, or a session row with an actor. */
export type By = InSession & Acting;

export type LogEvent = <T extends EventType>(
  tx: Tx,
  by: By,
  type: T,
  payload: EventPayloads[T],
) => Promise<EventRow<T>>;

/** Appends an event to a session's log, in the transaction of the change. */
export function createLogEvent({ events }: Uses<'events'>): LogEvent {
  return (tx, by, type, payload) => {
    const { id, siteId } = 'session' in by ? by.session : { id: by.sessionId, siteId: by.siteId };
    const actor = 'actor' in by ? by.actor : actorOf(by.seat);
    return events.append(tx, { stream: sessionStream(id), siteId, type, actor, payload });
  };
}
