import type { Database } from '../../src/platform/db/index.js';
import { clockAt, openInstallation } from './open.js';
import { play } from './play.js';
import { ENGLISH, KOREAN, STAFF, type Story } from './stories.js';

const DAYS = 7;
/** When sessions begin, on every day. */
const TIMES = [
  [9, 40],
  [11, 10],
  [14, 25],
] as const;

/** Why a site gets no sample data; the message says what to do instead. */
export class NotEmpty extends Error {}

/** A week of sessions, the last ones of yesterday. @throws NotEmpty */
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
        await play(at, storyAt(sessions++));
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

/** One language after the other, each story in turn; tracking codes stay apart. */
function storyAt(index: number): Story {
  const language = index % 2 ? ENGLISH : KOREAN;
  const story = language[Math.floor(index / 2) % language.length]!;
  const round = Math.floor(index / (2 * language.length));
  return round ? { ...story, code: `${story.code}-${round + 1}` } : story;
}
