import { LIMITS, mayAct } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { ParticipantRow, Participants } from '../../session/participants/index.js';
import type { SessionRow, Sessions } from '../../session/sessions/index.js';
import { ownReader, type Reader } from './chat.policy.js';

interface Deps extends Uses<'clock'> {
  sessions: Sessions;
  participants: Participants;
}
/** The conversation as one of its customers may export it. */
export interface OwnConversation {
  session: SessionRow;
  customer: ParticipantRow;
  reader: Reader;
  /** When the customer's seat was closed: later messages are not theirs. */
  upTo: Date | null;
  /** How long it can still be exported; null while the session continues for them. */
  until: Date | null;
}

/** A customer's own view: while seated, and for a while after the session has ended or they have left. */
export function createOwnConversation({ clock, sessions, participants }: Deps) {
  /** A customer who was removed or replaced keeps no access. */
  function closingOf({ state, seatedAt, leftAt }: ParticipantRow): Pick<OwnConversation, 'upTo' | 'until'> | null {
    if (state !== 'LEFT' || !seatedAt || !leftAt) return null;
    return { upTo: leftAt, until: after(leftAt, LIMITS.conversationKept) };
  }

  /**
   * @throws NOT_FOUND, FORBIDDEN for others than customers, CONVERSATION_CLOSED, and the reason why a seat is closed
   */
  return async function ownConversation({ viewer }: Context, sessionId: string): Promise<OwnConversation> {
    const seat = viewer.kind === 'seat' ? viewer : viewer.kind === 'anonymous' ? viewer.was : null;
    if (!seat) throw new Failure('FORBIDDEN');
    const customer = seat.sessionId === sessionId ? await participants.find(seat.participantId) : null;
    const session = customer && (await sessions.find(sessionId));
    if (!session) throw new Failure('NOT_FOUND');
    if (!mayAct(customer, 'mailConversation')) throw new Failure('FORBIDDEN');
    const reader = ownReader(customer);
    if (customer.state === 'SEATED') return { session, customer, reader, upTo: null, until: null };
    const closing = closingOf(customer);
    if (!closing) throw new Failure(viewer.kind === 'anonymous' ? (viewer.because ?? 'SEAT_CLOSED') : 'FORBIDDEN');
    if (closing.until! <= clock.now()) throw new Failure('CONVERSATION_CLOSED');
    return { session, customer, reader, ...closing };
  };
}
export type FindOwnConversation = ReturnType<typeof createOwnConversation>;
