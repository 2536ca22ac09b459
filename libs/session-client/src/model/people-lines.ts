import { isCustomerRole, type ParticipantRole } from '@tandem/domain';
import { describeEvent, type EventText } from './describe-event';
import type { SessionEvent } from './types';

/** A line between the messages of a conversation. */
export interface PeopleLine {
  seq: number;
  at: string;
  text: EventText;
  /** The name of the new lead, if the lead has changed. The check digits are new then. */
  newLead: string | null;
}

const personOf = (event: SessionEvent): string | null => ('participant' in event ? event.participant.id : null);

/** For customers the new lead is the person who helps them from now on. */
function textOf(event: SessionEvent, isCustomer: boolean): EventText {
  if (event.__typename !== 'ControlTransferred' || !isCustomer) return describeEvent(event);
  return { key: 'peopleNews.helps', params: { from: event.leftBy.name, to: event.to.name }, keyed: {} };
}

/**
 * Changes of the participants as lines: joining, leaving, the lead, a lost connection, a reconnect. A lost connection that is
 * back is one line, and the viewer's own changes are left out.
 */
export function toPeopleLines(
  events: readonly SessionEvent[],
  me: { id: string; role: ParticipantRole } | null,
): PeopleLine[] {
  const isReconnected = (lost: SessionEvent) =>
    events.some(
      (later) =>
        later.__typename === 'ParticipantReconnected' && later.seq > lost.seq && personOf(later) === personOf(lost),
    );
  return events
    .filter((event) => !me || personOf(event) !== me.id)
    .filter((event) => event.__typename !== 'ParticipantDisconnected' || !isReconnected(event))
    .map((event) => ({
      seq: event.seq,
      at: event.at,
      text: textOf(event, me !== null && isCustomerRole(me.role)),
      newLead: event.__typename === 'ControlTransferred' ? event.to.name : null,
    }));
}
