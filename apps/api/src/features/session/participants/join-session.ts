import { parseSessionNumber, type Locale, type ParticipantRole, type SeatRight } from '@tandem/domain';
import { hashToken, newToken } from '../../../platform/crypto/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { CookieNames } from '../../../platform/http/cookies.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { AgreementRow, Agreements } from '../../administration/agreements/index.js';
import type { SessionRow, Sessions } from '../sessions/index.js';
import type { WaitingRoom } from './waiting-room.js';
import type { GuessGuard } from './guess-guard.js';
import type { JoinSessionInput } from './participants.inputs.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';
import type { TakeSeat } from './take-seat.js';
import { reportedDevice } from './reported-device.js';

/** The recipient of an invitation, and its seat. */
export interface InvitedGuest {
  id: string;
  sessionId: string;
  name: string;
  role: ParticipantRole;
  rights: SeatRight[];
  organisation: string | null;
  /** The token was used before: a customer can only wait for admission with it. */
  isSpent: boolean;
}

/** Implemented by the invitations feature, which is in a higher tier. Supplied by `compose.ts`. */
export interface InvitationPort {
  /** @throws INVITATION_UNKNOWN */
  find(siteId: string, token: string): Promise<InvitedGuest>;
  /**
   * Spends the one-time token. @returns false when a customer's was spent before: its owner waits for admission.
   * @throws INVITATION_SPENT, INVITATION_EXPIRED
   */
  spend(tx: Tx, invitationId: string): Promise<boolean>;
}

interface Deps extends Uses<'events'> {
  repo: ParticipantsRepo;
  sessions: Sessions;
  takeSeat: TakeSeat;
  findByNumber: GuessGuard;
  invitations: () => InvitationPort;
  cookies: CookieNames;
  agreements: Agreements;
  waitingRoom: WaitingRoom;
}
interface Way {
  sessionId: string;
  invitation: InvitedGuest | null;
  /** A closed seat of the session whose token this browser has. */
  formerId: string | null;
}
export interface Joined {
  session: SessionRow;
  participant: ParticipantRow;
}

const NAMELESS: Record<Locale, string> = { ko: '고객', en: 'Customer' };
/** The lifetime of the cookie; the seat itself ends with its session. */
const SEAT_COOKIE_SECONDS = 30 * 24 * 3600;

/**
 * A customer joins by number or by the one-time token of an invitation, an outside expert by the token only. The first
 * customer is seated; later ones wait for the primary CSR, and in a locked session everybody does. A browser that has
 * the token of a live seat of the session gets that seat again and spends nothing.
 */
export function createJoinSession({
  events,
  repo,
  sessions,
  takeSeat,
  findByNumber,
  invitations,
  cookies,
  agreements,
  waitingRoom,
}: Deps) {
  async function findWay(context: Context, { number, token }: JoinSessionInput): Promise<Way> {
    if (Boolean(number) === Boolean(token)) throw new Failure('BAD_INPUT', {}, [{ path: 'number', rule: 'REQUIRED' }]);
    if (token) {
      const invitation = await invitations().find(context.site.id, token);
      return { sessionId: invitation.sessionId, invitation, formerId: null };
    }
    const digits = parseSessionNumber(number!);
    if (!digits) throw new Failure('BAD_INPUT', {}, [{ path: 'number', rule: 'INVALID' }]);
    return { sessionId: (await findByNumber(context, digits)).id, invitation: null, formerId: null };
  }

  /** The seat whose token this browser has. */
  async function findOwnSeat(context: Context, sessionId: string): Promise<ParticipantRow | null> {
    const token = context.cookies.get(cookies.seat(sessionId));
    const row = token ? await repo.findByToken(hashToken(token)) : null;
    return row?.sessionId === sessionId ? row : null;
  }

  /** Recorded in the log: the version and the hash of the wording. */
  async function writeAgreed(tx: Tx, participant: ParticipantRow, agreement: AgreementRow): Promise<void> {
    const { id: participantId, sessionId, siteId, locale } = participant;
    const textHash = await agreements.keep(tx, agreement, { siteId, sessionId, participantId, locale });
    const actor = { kind: 'CUSTOMER', id: participantId } as const;
    const payload = { participantId, version: agreement.version, textHash };
    await sessions.log(tx, { sessionId, siteId, actor }, 'participants.agreed', payload);
  }

  /** Somebody whom the CSR invited always gets a place in the waiting room. */
  async function mustWait(tx: Tx, session: SessionRow, role: ParticipantRole, isAskedIn: boolean): Promise<boolean> {
    const isLate = role === 'PRIMARY_CUSTOMER' && (await repo.hasHadCustomer(session.id, tx));
    if (!isLate && !session.isLocked) return false;
    if (!isAskedIn) await waitingRoom.find(tx, session);
    return true;
  }

  async function enter(tx: Tx, { sessionId, invitation, formerId }: Way, input: JoinSessionInput, token: string) {
    const session = await sessions.lock(tx, sessionId);
    if (!session || session.state === 'ENDED' || (await sessions.access.isOver(tx, session)))
      throw new Failure(invitation ? 'SESSION_ENDED' : 'SESSION_NUMBER_WRONG');
    const agreement = await agreements.check(tx, session.siteId, input.agreedTo);
    const guest = invitation && (await invitations().spend(tx, invitation.id)) ? invitation : null;
    const role = guest?.role ?? 'PRIMARY_CUSTOMER';
    const isWaiting = (await mustWait(tx, session, role, guest !== null)) || (invitation !== null && !guest);
    const participant = await takeSeat(tx, session, {
      role,
      state: isWaiting ? 'WAITING' : 'SEATED',
      formerId,
      invitationId: guest?.id ?? null,
      rights: guest?.rights ?? [],
      organisation: guest?.organisation ?? null,
      name: input.name || guest?.name || NAMELESS[input.locale],
      locale: input.locale,
      tokenHash: hashToken(token),
      device: reportedDevice(input.device),
    });
    if (agreement) await writeAgreed(tx, participant, agreement);
    if (role === 'PRIMARY_CUSTOMER' && participant.state === 'SEATED' && session.state === 'OPEN')
      await sessions.move(tx, session.id, 'ACTIVE', { activeAt: participant.seatedAt });
    return { session: (await sessions.find(session.id, tx))!, participant };
  }

  /** Somebody without an invitation is counted against the limits of the waiting room. */
  async function countNewcomer({ address }: Context, { sessionId, invitation }: Way): Promise<() => Promise<void>> {
    const isAskedIn = invitation !== null && !invitation.isSpent;
    if (isAskedIn || !(await repo.hasHadCustomer(sessionId))) return async () => undefined;
    return waitingRoom.count(sessionId, address);
  }

  return async function joinSession(context: Context, input: JoinSessionInput): Promise<Joined> {
    const way = await findWay(context, input);
    const own = await findOwnSeat(context, way.sessionId);
    if (own?.state === 'SEATED' || own?.state === 'WAITING')
      return { session: (await sessions.find(way.sessionId))!, participant: own };
    const token = newToken();
    const takeBack = await countNewcomer(context, way);
    const entering = events.transaction((tx) => enter(tx, { ...way, formerId: own?.id ?? null }, input, token));
    const joined = await entering.catch(async (error: unknown) => {
      await takeBack();
      throw error;
    });
    context.cookies.set(cookies.seat(way.sessionId), token, SEAT_COOKIE_SECONDS);
    return joined;
  };
}
export type JoinSession = ReturnType<typeof createJoinSession>;
