import { LIMITS } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { SYSTEM, type EventActor } from '../../../platform/events/index.js';
import type { Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Settings } from '../../site/settings/index.js';
import type { EndSession } from './end-session.js';
import type { LogEvent } from './log-event.js';
import { actorOf } from './seat.js';
import type { SessionAccess } from './session-access.js';
import { sessionStream } from './sessions.events.js';
import { dueEnd, nextLook, QUIET } from './sessions.policy.js';
import { NO_END, type SessionRow, type SessionsRepo } from './sessions.repo.js';

/** Reports whether something in a session is live now, so that a silent log is not idleness. */
export type LiveRule = (tx: Tx, sessionId: string) => Promise<boolean>;

interface Deps extends Uses<'clock' | 'events'> {
  repo: SessionsRepo;
  settings: Settings;
  access: SessionAccess;
  end: EndSession;
  logEvent: LogEvent;
}

/**
 * Ends idle sessions, and those that nobody joins. Every activity is an event already, so the newest one says since
 * when a session is idle, and acts write nothing extra. Live shares and calls without events are not idle: they are
 * queried when the limit is reached.
 */
export function createTimeLimits({ events, clock, repo, settings, access, end, logEvent }: Deps) {
  const rules: LiveRule[] = [];

  const isAnyLive = async (tx: Tx, sessionId: string): Promise<boolean> => {
    for (const rule of rules) if (await rule(tx, sessionId)) return true;
    return false;
  };

  async function keep(tx: Tx, session: SessionRow, actor: EventActor): Promise<void> {
    const now = clock.now();
    await repo.setLimits(tx, session.id, { ...NO_END, awakeAt: now, checkDueAt: now });
    await logEvent(tx, { session, actor }, 'sessions.keptOpen', {});
  }

  async function warn(tx: Tx, session: SessionRow, reason: SessionRow['endDueReason'], dueAt: Date): Promise<void> {
    const payload = { reason: reason!, dueAt: dueAt.toISOString() };
    const { seq } = await logEvent(tx, { session, actor: SYSTEM }, 'sessions.endNear', payload);
    // checked by every sweep from now on: any activity withdraws the warning immediately
    await repo.setLimits(tx, session.id, { endDueAt: dueAt, endDueReason: reason, warnedSeq: seq });
  }

  /** The end was announced: since then there was activity, or its time has come, or it is still pending. */
  async function resolve(tx: Tx, session: SessionRow, lastSeq: number): Promise<void> {
    if (lastSeq > session.warnedSeq!) await keep(tx, session, SYSTEM);
    else if (session.endDueAt! <= clock.now()) await end(tx, session, session.endDueReason!, SYSTEM);
  }

  async function look(tx: Tx, session: SessionRow): Promise<void> {
    const now = clock.now();
    const newest = await events.newest(tx, sessionStream(session.id), QUIET);
    const { at: lastEventAt, seq: lastSeq } = newest ?? { at: session.startedAt, seq: 0 };
    if (session.endDueAt) return resolve(tx, session, lastSeq);

    const values = await settings.of(session.siteId, tx);
    const awakeAt = session.awakeAt ?? session.startedAt;
    const facts = { isJoined: session.state !== 'OPEN', awakeAt, lastEventAt, ...values };
    const due = dueEnd(facts);
    const lookAt = nextLook(due, now);
    if (!due || lookAt > now) await repo.setLimits(tx, session.id, { checkDueAt: lookAt });
    else if (due.reason === 'IDLE' && (await isAnyLive(tx, session.id)))
      await repo.setLimits(tx, session.id, { awakeAt: now, checkDueAt: nextLook(null, now) });
    else
      await warn(
        tx,
        session,
        due.reason,
        due.at > after(now, LIMITS.endWarning) ? due.at : after(now, LIMITS.endWarning),
      );
  }

  return {
    addLiveRule: (rule: LiveRule) => void rules.push(rule),
    keepOpen: (context: Context, sessionId: string): Promise<SessionRow> =>
      events.transaction(async (tx) => {
        const { session, seat } = await access.toAct(tx, context.viewer, sessionId, 'keepSessionOpen');
        if (session.endDueAt) await keep(tx, session, actorOf(seat));
        return (await repo.find(sessionId, tx))!;
      }),
    async sweep(): Promise<void> {
      for (const id of await repo.listDue(clock.now()))
        await events.transaction(async (tx) => {
          const session = await repo.lock(tx, id);
          const isDue = session && session.state !== 'ENDED' && (session.checkDueAt ?? clock.now()) <= clock.now();
          if (isDue) await look(tx, session);
        });
    },
  };
}
export type TimeLimits = ReturnType<typeof createTimeLimits>;
