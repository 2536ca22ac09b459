import type { ChatAudience } from '@tandem/domain';
import { isCustomer, isSeated, type Seat } from '../sessions/index.js';

export interface Addressed {
  audience: ChatAudience;
  senderId: string;
  recipientId: string | null;
}

/** Who may read a message. `seat` is null for staff that read the session afterwards. */
export function mayReadMessage({ audience, senderId, recipientId }: Addressed, seat: Seat | null): boolean {
  if (!seat) return true;
  if (!isSeated(seat)) return false;
  if (audience === 'EVERYONE' || seat.participantId === senderId) return true;
  return audience === 'CSRS' ? !isCustomer(seat) : seat.participantId === recipientId;
}

/** A customer can't write to the CSRs' own circle. */
export function mayWriteTo(audience: ChatAudience, seat: Seat): boolean {
  return audience !== 'CSRS' || !isCustomer(seat);
}
