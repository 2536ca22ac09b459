import type { EventPayloads, EventRow, EventType } from '../../../platform/events/index.js';
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

/** How an event type is presented: its GraphQL type, its fields, and who may see it. */
export interface EventView<T extends EventType, C extends SessionEventType> {
  type: T;
  Class: new () => C;
  /** Which events of the type this view is for, if there are several; the last registered one is tried first. */
  when?(payload: EventPayloads[T]): boolean;
  fields(payload: EventPayloads[T], event: EventRow<T>): Omit<C, keyof SessionEventType>;
  /** Default: everybody seated, and staff. `seat` is null for staff that only read. */
  isVisible?(payload: EventPayloads[T], seat: Seat | null): boolean;
  /** Abilities may differ after this event. */
  changesAbilities?: true;
}
type AnyView = EventView<EventType, SessionEventType>;

/** The views of all event types of a session's stream. A type without a view is internal: it is never sent. */
export function createEventViews() {
  const views = new Map<EventType, AnyView[]>();
  const viewOf = ({ type, payload }: EventRow) => views.get(type)?.find(({ when }) => !when || when(payload));

  const catalogue = {
    add<T extends EventType, C extends SessionEventType>(view: EventView<T, C>): void {
      views.set(view.type, [view, ...(views.get(view.type) ?? [])]);
    },
    /** The types that implement the interface of events: no field of the schema refers to them. */
    classes: () => [...views.values()].flat().map(({ Class }) => Class),
    isVisible(event: EventRow, seat: Seat | null): boolean {
      const view = viewOf(event);
      if (!view || (seat && event.seq < seat.readsFrom)) return false;
      if (view.isVisible) return view.isVisible(event.payload, seat);
      return seat === null || isSeated(seat);
    },
    toView(event: EventRow): SessionEventType {
      const { seq, at, actor, payload } = event;
      const { Class, fields, changesAbilities = false } = viewOf(event)!;
      const about = { seq, at, actor: { kind: actor.kind, participantId: actor.id }, changesAbilities };
      return Object.assign(new Class(), fields(payload, event), about);
    },
  };

  catalogue.add({
    type: 'sessions.started',
    Class: SessionStarted,
    fields: ({ number, apiTokenId }) => ({ number, isByIntegration: Boolean(apiTokenId) }),
  });
  catalogue.add({ type: 'sessions.lockChanged', Class: SessionLockChanged, fields: ({ isLocked }) => ({ isLocked }) });
  catalogue.add({
    type: 'sessions.described',
    Class: SessionDescribed,
    fields: (about) => about,
    isVisible: (_, seat) => seat === null || isColleague(seat),
  });
  catalogue.add({
    type: 'sessions.endNear',
    Class: SessionEndNear,
    fields: ({ reason, dueAt }) => ({ reason, dueAt: new Date(dueAt) }),
  });
  catalogue.add({ type: 'sessions.keptOpen', Class: SessionKeptOpen, fields: () => ({}) });
  catalogue.add({
    type: 'sessions.ended',
    changesAbilities: true,
    Class: SessionEnded,
    fields: ({ reason }) => ({ reason }),
    isVisible: () => true, // also for people in the waiting room
  });
  return catalogue;
}
export type EventViews = ReturnType<typeof createEventViews>;
