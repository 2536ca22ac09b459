import type { SessionEvent } from '@tandem/session-client';

/** A line of the timeline: one event, or savings of one note by one person on end. */
export interface TimelineLine {
  event: SessionEvent;
  /** When the last of them was, where there are several. */
  until: string | null;
}

/** A note saves itself while it is written: what one person wrote without anything in between is one line. */
export function foldNotes(timeline: readonly SessionEvent[]): TimelineLine[] {
  const lines: TimelineLine[] = [];
  for (const event of timeline) {
    const last = lines.at(-1);
    if (last && isGoneOnWith(last.event, event)) last.until = event.at;
    else lines.push({ event, until: null });
  }
  return lines;
}

const isGoneOnWith = (before: SessionEvent, event: SessionEvent): boolean =>
  event.__typename === 'NoteSaved' &&
  before.__typename === 'NoteSaved' &&
  event.actor.participantId === before.actor.participantId;
