import type { Agreements } from '../../administration/agreements/index.js';
import { cookieNames } from '../../../platform/http/cookies.js';
import type { Platform, Tx } from '../../../platform/index.js';
import { sessionIdOf, type SeatPort, type SessionRow, type Sessions } from '../sessions/index.js';
import type { Users } from '../../site/users/index.js';
import { createAssistSession } from './assist-session.js';
import { createAuthenticateSeat } from './authenticate-seat.js';
import { createLeaveSession } from './leave-session.js';
import { createRemoveParticipant } from './remove-participant.js';
import { createReportDevice } from './report-device.js';
import { createByCsr } from './by-csr.js';
import { createWaitingRoom } from './waiting-room.js';
import { createGuessGuard } from './guess-guard.js';
import { createJoinSession, type InvitationPort } from './join-session.js';
import { addParticipantViews } from './participants.event-views.js';
import { SEAT_CLOSING } from './participants.events.js';
import { createParticipantQueries } from './participants.queries.js';
import { createParticipantsRepo } from './participants.repo.js';
import { EventActorResolver, ParticipantsResolver, SessionParticipantsResolver } from './participants.resolver.js';
import { createLetIn } from './let-in.js';
import { createPresence } from './presence.js';
import { createSetRights } from './set-rights.js';
import { createSwapCustomer } from './swap-customer.js';
import { createTakeSeat } from './take-seat.js';
import { TeamResolver } from './team.resolver.js';
import { createTransferControl } from './transfer-control.js';

export { SEAT_CLOSING } from './participants.events.js';
export type { InvitationPort } from './join-session.js';
export type { ParticipantRow } from './participants.repo.js';
export {
  JoinedSeatType,
  ParticipantEvent,
  ParticipantRoleEnum,
  ParticipantType,
  SeatRightEnum,
} from './participants.types.js';
export type Participants = ReturnType<typeof createParticipants>;

/** How long the sockets of a closed seat stay open, so that the stream can deliver the reason. */
const LAST_WORDS = 1000;
const SEARCH_LIMIT = 500;

/** Seats: who is in a session, who waits, who is connected. */
interface Deps {
  users: Users;
  agreements: Agreements;
  sessions: Sessions;
}

export function createParticipants(platform: Platform, { users, agreements, sessions }: Deps) {
  const { events, relay, sweeper, sockets } = platform;
  const repo = createParticipantsRepo(platform.db);
  let port: InvitationPort | null = null;
  const deps = { ...platform, repo, sessions };
  const queries = createParticipantQueries(deps);
  const takeSeat = createTakeSeat(deps);
  const byCsr = createByCsr(deps);
  const letIn = createLetIn({ ...deps, byCsr });
  const presence = createPresence(deps);
  const findByNumber = createGuessGuard(deps);
  const assist = createAssistSession({ ...deps, users, takeSeat, findByNumber });
  const control = createTransferControl({ ...deps, queries });
  const join = createJoinSession({
    ...deps,
    takeSeat,
    findByNumber,
    cookies: cookieNames(platform.config.cookieSuffix),
    invitations: () => port!,
    agreements,
    waitingRoom: createWaitingRoom(deps),
  });

  addParticipantViews(sessions.views, queries);
  sessions.abilities.add('transferControl', control.whyNotGive);
  sessions.abilities.add('takeControl', control.whyNotTake);
  events.during('sessions.ended', (tx, { stream, at }) => repo.closeAll(tx, sessionIdOf(stream), at));
  events.during('participants.joined', async (tx, { stream, payload: { userId } }) => {
    if (userId) await sessions.addStaff(tx, sessionIdOf(stream), userId);
  });
  events.during('participants.removed', async (tx, { stream, payload: { userId } }) => {
    if (userId) await sessions.dropStaff(tx, sessionIdOf(stream), userId);
  });
  const closeSockets = (participantId: string) =>
    void setTimeout(() => sockets.revoke(`seat:${participantId}`), LAST_WORDS);
  for (const type of SEAT_CLOSING) relay.on(type, async ({ payload }) => closeSockets(payload.participantId));
  relay.on('sessions.ended', async ({ stream }) => {
    for (const row of await repo.listBySessions([sessionIdOf(stream)])) if (row.tokenHash) closeSockets(row.id);
  });
  sweeper.add({ name: 'presence', every: 1000, run: presence.sweep });

  const seatPort: SeatPort = {
    async open(tx: Tx, session: SessionRow, userId: string, participantId: string) {
      const user = await users.find(userId, tx);
      if (!user) throw new Error(`user ${userId} is gone`);
      const { name, locale } = user;
      await takeSeat(tx, session, { id: participantId, role: 'PRIMARY_CSR', state: 'SEATED', userId, name, locale });
    },
    find: queries.findSeat,
    load: queries.seatOf,
    attend: presence.attend,
    waitsFor: repo.waitsFor,
    searchByName: (siteId, text) => repo.searchByName(siteId, text, SEARCH_LIMIT),
  };
  sessions.fillSeatPort(seatPort);

  return {
    resolvers: [
      new ParticipantsResolver({
        join,
        letIn,
        leave: createLeaveSession({ ...deps, queries }),
        reportDevice: createReportDevice(deps),
      }),
      new TeamResolver({
        remove: createRemoveParticipant({ ...deps, byCsr }),
        assist,
        control,
        swap: createSwapCustomer(deps),
        setRights: createSetRights(deps),
      }),
      new SessionParticipantsResolver(queries, { events, views: sessions.views }),
      new EventActorResolver(queries),
    ],
    authenticateSeat: createAuthenticateSeat(deps),
    fillInvitationPort: (filled: InvitationPort) => void (port = filled),
    resume: presence.resume,
    stop: presence.stop,
    /** Seats an invited colleague. */
    enter: assist.enter,
    find: repo.find,
    findSeated: repo.findSeated,
    listBySessions: repo.listBySessions,
    queries,
  };
}
