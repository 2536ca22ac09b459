import { isCustomerRole, type ParticipantRole } from '@tandem/domain';
import { describeEvent, type EventText } from './describe-event';
import type { SessionEvent } from './types';

/** A line between the messages of a conversation. */
export interface PeopleLine {
  seq: number;
  at: string;
  text: EventText;
  /** Set when somebody else leads from here on: their name. The check digits are new as well. */
  newLead: string | null;
}

const personOf = (event: SessionEvent): string | null => ('participant' in event ? event.participant.id : null);

/** Customers hear who helps them; who leads is the CSRs' word for it. */
function textOf(event: SessionEvent, isCustomer: boolean): EventText {
  if (event.__typename !== 'ControlTransferred' || !isCustomer) return describeEvent(event);
  return { key: 'peopleNews.helps', params: { from: event.leftBy.name, to: event.to.name }, keyed: {} };
}

/**
 * Who came, left, led, was cut off and came back, as lines. A cut that is over is one line, and what one does oneself needs
 * none.
 */
export function toPeopleLines(
  events: readonly SessionEvent[],
  me: { id: string; role: ParticipantRole } | null,
): PeopleLine[] {
  const isMended = (lost: SessionEvent) =>
    events.some(
      (later) =>
        later.__typename === 'ParticipantReconnected' && later.seq > lost.seq && personOf(later) === personOf(lost),
    );
  return events
    .filter((event) => !me || personOf(event) !== me.id)
    .filter((event) => event.__typename !== 'ParticipantDisconnected' || !isMended(event))
    .map((event) => ({
      seq: event.seq,
      at: event.at,
      text: textOf(event, me !== null && isCustomerRole(me.role)),
      newLead: event.__typename === 'ControlTransferred' ? event.to.name : null,
    }));
}
