import type { AdmittedAs, ParticipantRole, ParticipantState, SeatRight } from '@tandem/domain';

/**
 * Whether the person was waiting for admission. Only staff hear of somebody who was never let in: a name is any text,
 * by anybody who has the number.
 */
type OfWaiting = { isWaiting?: true };

declare module '../../../platform/events/event-log.js' {
  interface EventPayloads {
    'participants.waiting': { participantId: string };
    'participants.joined': {
      participantId: string;
      role: ParticipantRole;
      userId: string | null;
      /** The invitation by which they joined. */
      invitationId: string | null;
      isFirstCustomer: boolean;
      /** As whom the CSR has admitted a later customer. */
      admittedAs?: AdmittedAs;
      /** The earlier seat of the same person. */
      continuesId?: string;
    };
    'participants.declined': { participantId: string };
    'participants.replaced': { participantId: string; byId: string };
    'participants.removed': { participantId: string; userId: string | null };
    'participants.customerSwapped': { fromId: string | null; toId: string };
    'participants.controlTransferred': { fromId: string; toId: string; isTaken: boolean };
    'participants.rightsChanged': { participantId: string; rights: SeatRight[] } & OfWaiting;
    'participants.agreed': { participantId: string; version: number; textHash: string };
    'participants.left': { participantId: string } & OfWaiting;
    'participants.disconnected': { participantId: string; lostAt: string } & OfWaiting;
    'participants.reconnected': { participantId: string; awaySeconds: number } & OfWaiting;
    'participants.away': { participantId: string };
    'participants.deviceReported': { participantId: string };
  }
}

/** Events shown between the messages of a conversation: who joined, left, led, was disconnected and returned. */
export const PEOPLE_EVENTS = [
  'participants.joined',
  'participants.left',
  'participants.removed',
  'participants.replaced',
  'participants.disconnected',
  'participants.reconnected',
  'participants.controlTransferred',
  'participants.customerSwapped',
] as const;

/** Events after which a seat is closed for good. */
export const SEAT_CLOSING = [
  'participants.left',
  'participants.replaced',
  'participants.removed',
  'participants.declined',
] as const;

/** The mark of an event about a person who waits. */
export const ifWaiting = (state: ParticipantState): OfWaiting => (state === 'WAITING' ? { isWaiting: true } : {});
