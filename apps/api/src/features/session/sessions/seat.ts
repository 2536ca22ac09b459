import {
  isColleagueRole,
  isCustomerRole,
  type ParticipantRole,
  type ParticipantState,
  type SeatRight,
} from '@tandem/domain';
import type { Tx } from '../../../platform/index.js';
import type { EventActor } from '../../../platform/events/index.js';
import type { Context, Viewer } from '../../../platform/graphql/index.js';
import type { SessionRow } from './sessions.repo.js';

/** A place in one session, with what rules need of it. */
export interface Seat {
  participantId: string;
  sessionId: string;
  role: ParticipantRole;
  state: ParticipantState;
  /** The rights set by the primary CSR; used by the table of role × act. */
  rights: readonly SeatRight[];
  /** The first sequence number that this seat may read: earlier events belong to another person. */
  readsFrom: number;
  /** Earlier seats of the same person. */
  continues: readonly string[];
}

export const isSeated = (seat: Seat | null): seat is Seat & { state: 'SEATED' } => seat?.state === 'SEATED';
/** Whether a seat is this one, or an earlier one of the same person. */
export const isSelf = (seat: Pick<Seat, 'participantId' | 'continues'>, participantId: string): boolean =>
  seat.participantId === participantId || seat.continues.includes(participantId);
export const isCustomer = (seat: Pick<Seat, 'role'>): boolean => isCustomerRole(seat.role);
/** Seated with an account of the site: sees what customers and guest experts don't. */
export const isColleague = (seat: Seat | null): boolean => isSeated(seat) && isColleagueRole(seat.role);
export const actorOf = (seat: Pick<Seat, 'role' | 'participantId'>): EventActor => ({
  kind: isCustomer(seat) ? 'CUSTOMER' : isColleagueRole(seat.role) ? 'STAFF' : 'GUEST',
  id: seat.participantId,
});

/** Implemented by the feature that owns the seats, which is above this one. Supplied by `compose.ts`. */
export interface SeatPort {
  /** Seats the CSR who starts a session, under the id that the log already uses. */
  open(tx: Tx, session: SessionRow, userId: string, participantId: string): Promise<void>;
  /** The viewer's own seat in a session, waiting ones included; null for staff that only read. */
  find(viewer: Viewer, sessionId: string, tx?: Tx): Promise<Seat | null>;
  /** The same for a field, batched with other fields. */
  load(context: Context, sessionId: string): Promise<Seat | null>;
  /** Marks the viewer as connected, until the returned function is called. */
  attend(seat: Seat): Promise<() => void>;
  /** Live sessions in whose waiting room an account is. */
  waitsFor(userId: string): Promise<string[]>;
  /** Sessions of a site with a participant whose name contains this text. */
  searchByName(siteId: string, text: string): Promise<string[]>;
}
