import type { Database } from '../../src/platform/db/index.js';
import { clockAt, openInstallation } from './open.js';
import { play } from './play.js';
import { ENGLISH, KOREAN, STAFF, type SessionScript } from './scripts.js';

const DAYS = 7;
/** Start times of sessions, on every day. */
const TIMES = [
  [9, 40],
  [11, 10],
  [14, 25],
] as const;

/** Why a site gets no sample data; the message says what to do instead. */
export class NotEmpty extends Error {}

/** Adds a week of sessions, up to yesterday. @throws NotEmpty */
export async function fillWithSamples(env: NodeJS.ProcessEnv, db: Database, today = new Date()) {
  if (await db.client.supportSession.count())
    throw new NotEmpty(
      'This installation has sessions already, and sample data would mix with them: choose an empty data folder, as in DATA_DIR=data-sample.',
    );
  const begin = dayBefore(today, DAYS + 1, [8, 0]);
  const at = await openInstallation(env, db, clockAt(begin));
  let sessions = 0;
  try {
    for (let day = DAYS; day > 0; day--)
      for (const time of TIMES) {
        at.clock.goTo(dayBefore(today, day, time));
        await play(at, scriptAt(sessions++));
      }
  } finally {
    await at.close();
  }
  return { sessions, password: at.password, emails: STAFF.map(({ email }) => email) };
}

function dayBefore(today: Date, days: number, [hours, minutes]: readonly [number, number]): Date {
  const date = new Date(today);
  date.setDate(date.getDate() - days);
  date.setHours(hours, minutes, 0, 0);
  return date;
}

/** Languages alternate, and scripts take turns; each session gets its own tracking code. */
function scriptAt(index: number): SessionScript {
  const language = index % 2 ? ENGLISH : KOREAN;
  const script = language[Math.floor(index / 2) % language.length]!;
  const round = Math.floor(index / (2 * language.length));
  return round ? { ...script, code: `${script.code}-${round + 1}` } : script;
}
