import { SESSION_NUMBER_DIGITS } from '@tandem/domain';
import { newId, randomDigits } from '../../../platform/crypto/index.js';
import type { Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Settings } from '../../site/settings/index.js';
import { readAbout } from './describe-session.js';
import type { AssertMayLead } from './lead-limit.js';
import type { LeaderOf } from './leader-of.js';
import type { SeatPort } from './seat.js';
import type { LogEvent } from './log-event.js';
import { dueEnd, nextLook } from './sessions.policy.js';
import type { SessionRow, SessionsRepo } from './sessions.repo.js';
import type { StartSessionInput } from './sessions.types.js';

const TRIES = 20;

interface Deps extends Uses<'clock' | 'events'> {
  repo: SessionsRepo;
  settings: Settings;
  leaderOf: LeaderOf;
  assertMayLead: AssertMayLead;
  seats: () => SeatPort;
  logEvent: LogEvent;
}

/** Starts an outbound session that its CSR leads. */
export function createStartSession({ events, clock, repo, settings, leaderOf, assertMayLead, seats, logEvent }: Deps) {
  async function takeNumber(tx: Tx, sessionId: string): Promise<string> {
    for (let i = 0; i < TRIES; i++) {
      const number = randomDigits(SESSION_NUMBER_DIGITS);
      if (await repo.takeNumber(tx, number, sessionId, clock.now())) return number;
    }
    throw new Error('no free session number found');
  }

  return async ({ viewer, site: { id: siteId } }: Context, input: StartSessionInput): Promise<SessionRow> => {
    const userId = await leaderOf(viewer, siteId, input.onBehalfOf ?? null);
    const byToken = viewer.kind === 'token' && { apiTokenId: viewer.apiTokenId };
    return events.transaction(async (tx) => {
      const values = await settings.of(siteId, tx);
      const about = readAbout(values, input);
      await assertMayLead(tx, siteId, userId);
      const id = newId();
      const now = clock.now();
      const due = dueEnd({ isJoined: false, awakeAt: now, lastEventAt: now, ...values });
      const session: SessionRow = {
        id,
        siteId,
        number: await takeNumber(tx, id),
        origin: 'OUTBOUND',
        state: 'OPEN',
        startedById: userId,
        ledById: userId,
        staffIds: [],
        isLocked: false,
        isPractice: input.isPractice ?? false,
        startedAt: now,
        activeAt: null,
        endedAt: null,
        endReason: null,
        ...about,
        awakeAt: now,
        checkDueAt: nextLook(due, now),
        endDueAt: null,
        endDueReason: null,
        warnedSeq: null,
      };
      await repo.create(tx, session);
      const participantId = newId();
      const by = { session, actor: { kind: 'STAFF', id: participantId } } as const;
      await logEvent(tx, by, 'sessions.started', { number: session.number, origin: session.origin, ...byToken });
      await seats().open(tx, session, userId, participantId);
      return session;
    });
  };
}
export type StartSession = ReturnType<typeof createStartSession>;
