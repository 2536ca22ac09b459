import type { EventPayloads, EventRow, EventType } from '../../platform/events/index.js';
import { isColleague, isSeated, type Seat } from './seat.js';
import {
  SessionDescribed,
  SessionEnded,
  SessionEndNear,
  SessionKeptOpen,
  SessionLockChanged,
  SessionStarted,
  type SessionEventType,
} from './sessions.types.js';

/** How one kind of event is shown: the GraphQL type that it becomes, and who may see it. */
export interface EventView<T extends EventType = EventType> {
  type: T;
  toView(payload: EventPayloads[T], event: EventRow<T>): SessionEventType;
  /** Left out: everybody who is seated, and staff. `seat` is null for staff that only read. */
  isVisible?(payload: EventPayloads[T], seat: Seat | null): boolean;
}

/** Makes an instance of an event's class; seq, time and actor are filled in by the catalogue. */
export function view<C extends SessionEventType>(Class: new () => C, fields: Omit<C, keyof SessionEventType>): C {
  return Object.assign(new Class(), fields);
}

/** All kinds of events that a session's stream may hold. A kind without a view is internal: nobody is shown it. */
export function createEventViews() {
  const views = new Map<string, EventView>();

  const catalogue = {
    add<T extends EventType>(entry: EventView<T>): void {
      views.set(entry.type, entry);
    },
    isVisible(event: EventRow, seat: Seat | null): boolean {
      const entry = views.get(event.type);
      if (!entry || (seat && event.seq < seat.readsFrom)) return false;
      if (entry.isVisible) return entry.isVisible(event.payload, seat);
      return seat === null || isSeated(seat);
    },
    toView(event: EventRow): SessionEventType {
      const { seq, at, actor } = event;
      const shown = views.get(event.type)!.toView(event.payload, event);
      return Object.assign(shown, { seq, at, actor: { kind: actor.kind, participantId: actor.id } });
    },
  };

  catalogue.add({
    type: 'sessions.started',
    toView: ({ number, apiTokenId }) => view(SessionStarted, { number, isByIntegration: Boolean(apiTokenId) }),
  });
  catalogue.add({ type: 'sessions.lockChanged', toView: ({ isLocked }) => view(SessionLockChanged, { isLocked }) });
  catalogue.add({
    type: 'sessions.described',
    toView: (about) => view(SessionDescribed, about),
    isVisible: (_, seat) => seat === null || isColleague(seat),
  });
  catalogue.add({
    type: 'sessions.endNear',
    toView: ({ reason, dueAt }) => view(SessionEndNear, { reason, dueAt: new Date(dueAt) }),
  });
  catalogue.add({ type: 'sessions.keptOpen', toView: () => view(SessionKeptOpen, {}) });
  catalogue.add({
    type: 'sessions.ended',
    toView: ({ reason }) => view(SessionEnded, { reason }),
    isVisible: () => true, // also for whoever waits at the door
  });
  return catalogue;
}
export type EventViews = ReturnType<typeof createEventViews>;
