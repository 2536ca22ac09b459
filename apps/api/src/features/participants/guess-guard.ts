import { LIMITS } from '@tandem/domain';
import { isSameSecret } from '../../platform/crypto/index.js';
import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import type { SessionRow, Sessions } from '../sessions/index.js';

const SITE_WINDOW = 60_000;
const NO_NUMBER = '000000000';

/**
 * Finds a live session by its number, and makes guessing hopeless: five wrong tries lock the client's address out, and
 * very many wrong ones from anywhere slow everybody down. Tries are counted before the number is looked at, so that many
 * at the same moment can't slip through; a right one is taken back.
 */
export function createGuessGuard({ throttle, sessions }: Platform & { sessions: Sessions }) {
  return async function findByNumber({ site, address }: Context, digits: string): Promise<SessionRow> {
    const budgets = [
      { key: `join-from:${address}`, limit: LIMITS.guessesPerAddress, window: LIMITS.guessWindow },
      { key: `join-at:${site.id}`, limit: LIMITS.guessesPerSiteMinute, window: SITE_WINDOW },
    ];
    for (const budget of budgets) {
      const { isAllowed, secondsLeft } = await throttle.take(budget);
      if (!isAllowed) throw new Failure('JOIN_LOCKED', { retryAfterSeconds: secondsLeft });
    }
    const session = await sessions.findByNumber(digits);
    const isRight = isSameSecret(session?.number ?? NO_NUMBER, digits);
    if (!session || !isRight || session.siteId !== site.id || session.state === 'ENDED')
      throw new Failure('SESSION_NUMBER_WRONG');
    for (const { key } of budgets) await throttle.refund(key);
    return session;
  };
}
export type GuessGuard = ReturnType<typeof createGuessGuard>;
