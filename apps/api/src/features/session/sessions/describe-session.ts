import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Settings } from '../../site/settings/index.js';
import type { LogEvent } from './log-event.js';
import type { SessionAccess } from './session-access.js';
import type { SessionRow, SessionsRepo } from './sessions.repo.js';
import type { DescribeSessionInput, SessionAboutInput } from './sessions.types.js';

export type SessionAbout = Pick<SessionRow, 'trackingCode' | 'sessionType'>;
/** Practice sessions are not counted, so they need no tracking code. */
type Said = SessionAboutInput & { isPractice?: boolean | null };
type Values = Awaited<ReturnType<Settings['of']>>;

/**
 * Validates the description of a session against the site's settings.
 * @param kept the session's current type: it stays allowed when the site removes the type later
 * @throws TRACKING_CODE_REQUIRED, SESSION_TYPE_UNKNOWN
 */
export function readAbout(values: Values, input: Said, kept: string | null = null): SessionAbout {
  const trackingCode = input.trackingCode || null;
  const sessionType = input.sessionType || null;
  if (values.isTrackingCodeRequired && !input.isPractice && !trackingCode) throw new Failure('TRACKING_CODE_REQUIRED');
  if (sessionType && sessionType !== kept && !values.sessionTypes.includes(sessionType))
    throw new Failure('SESSION_TYPE_UNKNOWN');
  return { trackingCode, sessionType };
}

interface Deps extends Uses<'events'> {
  logEvent: LogEvent;
  repo: SessionsRepo;
  settings: Settings;
  access: SessionAccess;
}

/** The subject of a session is often known only after some talk: it may be changed until the end. */
export function createDescribeSession({ events, repo, settings, access, logEvent }: Deps) {
  return ({ viewer }: Context, { sessionId, ...input }: DescribeSessionInput): Promise<SessionRow> =>
    events.transaction(async (tx) => {
      const { session, seat } = await access.toAct(tx, viewer, sessionId, 'describeSession');
      const said = { ...input, isPractice: session.isPractice };
      const about = readAbout(await settings.of(session.siteId, tx), said, session.sessionType);
      const isSame = about.trackingCode === session.trackingCode && about.sessionType === session.sessionType;
      if (isSame) return session;
      await repo.update(tx, sessionId, about);
      await logEvent(tx, { session, seat }, 'sessions.described', about);
      return { ...session, ...about };
    });
}
export type DescribeSession = ReturnType<typeof createDescribeSession>;
