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

/** Somebody's place in one session, as far as rules ask for it. */
export interface Seat {
  participantId: string;
  sessionId: string;
  role: ParticipantRole;
  state: ParticipantState;
  /** What the primary CSR has ticked; asked for by the table of role × act. */
  rights: readonly SeatRight[];
  /** The first number of the session's log that this seat reads: what was before is another person's. */
  readsFrom: number;
  /** Earlier seats of the same person. */
  continues: readonly string[];
}

export const isSeated = (seat: Seat | null): seat is Seat & { state: 'SEATED' } => seat?.state === 'SEATED';
/** Whether a seat is this one, or an earlier one of the same person. */
export const isSelf = (seat: Pick<Seat, 'participantId' | 'continues'>, participantId: string): boolean =>
  seat.participantId === participantId || seat.continues.includes(participantId);
export const isCustomer = (seat: Pick<Seat, 'role'>): boolean => isCustomerRole(seat.role);
/** Seated with an account of the site: sees what neither customers nor outside experts do. */
export const isColleague = (seat: Seat | null): boolean => isSeated(seat) && isColleagueRole(seat.role);
export const actorOf = (seat: Pick<Seat, 'role' | 'participantId'>): EventActor => ({
  kind: isCustomer(seat) ? 'CUSTOMER' : isColleagueRole(seat.role) ? 'STAFF' : 'GUEST',
  id: seat.participantId,
});

/** What sessions must ask of the feature above them that owns the seats. Filled by `compose.ts`. */
export interface SeatPort {
  /** Seats the CSR who starts a session, under an id that the log has named already. */
  open(tx: Tx, session: SessionRow, userId: string, participantId: string): Promise<void>;
  /** The viewer's own seat in a session, waiting ones included; null for staff that only read. */
  find(viewer: Viewer, sessionId: string, tx?: Tx): Promise<Seat | null>;
  /** The same for a field, batched with the other fields that ask. */
  load(context: Context, sessionId: string): Promise<Seat | null>;
  /** The viewer is here, until the returned function is called. */
  attend(seat: Seat): Promise<() => void>;
  /** Live sessions at whose door an account waits. */
  waitsFor(userId: string): Promise<string[]>;
  /** Sessions of a site in which somebody's name holds this text. */
  searchByName(siteId: string, text: string): Promise<string[]>;
}
