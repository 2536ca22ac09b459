import { isCustomerRole, LIMITS, mayAct, type ChatAudience, type ParticipantRole } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { isCustomer, isSeated, isSelf, type Seat } from '../../session/sessions/index.js';

export interface Addressed {
  audience: ChatAudience;
  senderId: string;
  recipientId: string | null;
}
export interface Numbered extends Addressed {
  /** Its sequence number in the session's log. */
  seq: number;
}

/** The reader of a session's messages: staff with read access see all, participants what is addressed to them. */
export type Reader = 'ALL' | 'NOTHING' | OwnReader;
export interface OwnReader {
  /** The reader's seat, and earlier ones of the same person. */
  seatIds: readonly string[];
  readsCsrs: boolean;
  /** Nothing with a smaller sequence number. */
  from: number;
}

export function readerOf(seat: Seat | null): Reader {
  if (!seat) return 'ALL';
  return isSeated(seat) ? ownReader({ ...seat, id: seat.participantId }) : 'NOTHING';
}
export const ownReader = (seat: Pick<Seat, 'role' | 'continues' | 'readsFrom'> & { id: string }): OwnReader => ({
  seatIds: [seat.id, ...seat.continues],
  readsCsrs: !isCustomer(seat),
  from: seat.readsFrom,
});

/** Whether a viewer may read a message. `seat` is null for staff that read the session afterwards. */
export function mayReadMessage({ audience, senderId, recipientId, seq }: Numbered, seat: Seat | null): boolean {
  const reader = readerOf(seat);
  if (typeof reader === 'string') return reader === 'ALL';
  if (seq < reader.from) return false;
  if (audience === 'EVERYONE' || reader.seatIds.includes(senderId)) return true;
  return audience === 'CSRS' ? reader.readsCsrs : recipientId !== null && reader.seatIds.includes(recipientId);
}

/** The recipients of a message, without its sender. */
export const isMeantFor = (
  { audience, senderId, recipientId }: Addressed,
  { id, role }: { id: string; role: ParticipantRole },
): boolean =>
  id !== senderId && (audience === 'EVERYONE' || (audience === 'CSRS' ? !isCustomerRole(role) : id === recipientId));

/** A customer can't write to the CSRs-only audience; assistants and guest experts to customers only with the right. */
export function mayWriteTo(audience: ChatAudience, seat: Seat, recipient: Pick<Seat, 'role'> | null): boolean {
  if (audience === 'CSRS') return mayAct(seat, 'chatAmongCsrs');
  const isAmongUs = recipient !== null && !isCustomer(recipient);
  return isAmongUs || mayAct(seat, 'chatWithCustomer');
}

interface Changeable {
  senderId: string;
  sentAt: Date;
  deletedAt: Date | null;
}

/** Until when the seat may change or delete a message; null for never. */
export function changeableUntil({ senderId, sentAt, deletedAt }: Changeable, seat: Seat | null): Date | null {
  const isOwn = isSeated(seat) && isSelf(seat, senderId);
  return isOwn && !deletedAt ? after(sentAt, LIMITS.messageChange) : null;
}
