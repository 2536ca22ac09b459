import { parseSessionNumber, type Locale, type ParticipantRole, type SeatRight } from '@tandem/domain';
import { hashToken, newToken } from '../../platform/crypto/index.js';
import { Failure, type Context } from '../../platform/graphql/index.js';
import type { CookieNames } from '../../platform/http/cookies.js';
import type { Platform, Tx } from '../../platform/index.js';
import type { AgreementRow, Agreements } from '../agreements/index.js';
import { sessionStream, type SessionRow, type Sessions } from '../sessions/index.js';
import type { GuessGuard } from './guess-guard.js';
import type { JoinSessionInput } from './participants.inputs.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';
import type { TakeSeat } from './take-seat.js';
import { toldDevice } from './told-device.js';

/** Whom an invitation is for, and to which seat it leads. */
export interface InvitedGuest {
  id: string;
  sessionId: string;
  name: string;
  role: ParticipantRole;
  rights: SeatRight[];
  organisation: string | null;
}

/** What joining must ask of the feature above that owns the invitations. Filled by `compose.ts`. */
export interface InvitationPort {
  /** @throws INVITATION_UNKNOWN */
  find(siteId: string, token: string): Promise<InvitedGuest>;
  /** Spends the one-time token. @throws INVITATION_SPENT, INVITATION_EXPIRED */
  spend(tx: Tx, invitationId: string): Promise<void>;
}

interface Deps extends Platform {
  repo: ParticipantsRepo;
  sessions: Sessions;
  takeSeat: TakeSeat;
  findByNumber: GuessGuard;
  invitations: () => InvitationPort;
  cookies: CookieNames;
  agreements: Agreements;
}
interface Door {
  sessionId: string;
  invitation: InvitedGuest | null;
}
export interface Joined {
  session: SessionRow;
  participant: ParticipantRow;
}

const NAMELESS: Record<Locale, string> = { ko: '고객', en: 'Customer' };
/** As long as browsers keep a cookie; the seat itself ends with its session. */
const SEAT_COOKIE_SECONDS = 30 * 24 * 3600;

/**
 * Lets a customer in by number or by the one-time token of an invitation, an outside expert by the token alone. The first
 * customer is seated, and later ones wait for the CSR; in a locked session everybody waits. A browser that still holds a live seat of the session gets that one again and spends nothing.
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
}: Deps) {
  async function findDoor(context: Context, { number, token }: JoinSessionInput): Promise<Door> {
    if (Boolean(number) === Boolean(token)) throw new Failure('BAD_INPUT', {}, [{ path: 'number', rule: 'REQUIRED' }]);
    if (token) {
      const invitation = await invitations().find(context.site.id, token);
      return { sessionId: invitation.sessionId, invitation };
    }
    const digits = parseSessionNumber(number!);
    if (!digits) throw new Failure('BAD_INPUT', {}, [{ path: 'number', rule: 'INVALID' }]);
    return { sessionId: (await findByNumber(context, digits)).id, invitation: null };
  }

  async function findOwnSeat(context: Context, sessionId: string): Promise<ParticipantRow | null> {
    const token = context.cookies.get(cookies.seat(sessionId));
    const row = token ? await repo.findByToken(hashToken(token)) : null;
    return row?.sessionId === sessionId && (row.state === 'SEATED' || row.state === 'WAITING') ? row : null;
  }

  /** In the log: which version, and by its hash which words. */
  async function writeAgreed(tx: Tx, participant: ParticipantRow, agreement: AgreementRow): Promise<void> {
    const { id: participantId, sessionId, siteId, locale } = participant;
    const textHash = await agreements.keep(tx, agreement, { siteId, sessionId, participantId, locale });
    const actor = { kind: 'CUSTOMER', id: participantId } as const;
    const payload = { participantId, version: agreement.version, textHash };
    await events.append(tx, { stream: sessionStream(sessionId), siteId, type: 'participants.agreed', actor, payload });
  }

  async function enter(tx: Tx, door: Door, input: JoinSessionInput, token: string): Promise<Joined> {
    const session = await sessions.lock(tx, door.sessionId);
    if (!session || session.state === 'ENDED' || (await sessions.access.isOver(tx, session)))
      throw new Failure(door.invitation ? 'SESSION_ENDED' : 'SESSION_NUMBER_WRONG');
    const agreement = await agreements.check(tx, session.siteId, input.agreedTo);
    if (door.invitation) await invitations().spend(tx, door.invitation.id);
    const role = door.invitation?.role ?? 'PRIMARY_CUSTOMER';
    const isFree = role !== 'PRIMARY_CUSTOMER' || !(await repo.findSeated(tx, session.id, role));
    const participant = await takeSeat(tx, session, {
      role,
      state: isFree && !session.isLocked ? 'SEATED' : 'WAITING',
      invitationId: door.invitation?.id ?? null,
      rights: door.invitation?.rights ?? [],
      organisation: door.invitation?.organisation ?? null,
      name: input.name || door.invitation?.name || NAMELESS[input.locale],
      locale: input.locale,
      tokenHash: hashToken(token),
      device: toldDevice(input.device),
    });
    if (agreement) await writeAgreed(tx, participant, agreement);
    if (role === 'PRIMARY_CUSTOMER' && participant.state === 'SEATED' && session.state === 'OPEN')
      await sessions.move(tx, session.id, 'ACTIVE', { activeAt: participant.seatedAt });
    return { session: (await sessions.find(session.id, tx))!, participant };
  }

  return async function joinSession(context: Context, input: JoinSessionInput): Promise<Joined> {
    const door = await findDoor(context, input);
    const own = await findOwnSeat(context, door.sessionId);
    if (own) return { session: (await sessions.find(door.sessionId))!, participant: own };
    const token = newToken();
    const joined = await events.transaction((tx) => enter(tx, door, input, token));
    context.cookies.set(cookies.seat(door.sessionId), token, SEAT_COOKIE_SECONDS);
    return joined;
  };
}
export type JoinSession = ReturnType<typeof createJoinSession>;
