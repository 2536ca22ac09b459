import { LIMITS } from '@tandem/domain';
import { isSameSecret } from '../../../platform/crypto/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import { networkOf } from '../../../platform/http/network-of.js';
import type { Uses } from '../../../platform/index.js';
import { createLimitedDelay } from '../../../platform/throttle/limited-delay.js';
import { createSerialQueues } from '../../../platform/throttle/serial-queues.js';
import type { SessionRow, Sessions } from '../sessions/index.js';

const SITE_WINDOW = 60_000;
const NO_NUMBER = '000000000';
const SLOW_AGAIN = { retryAfterSeconds: Math.ceil(LIMITS.guessDelay / 1000) };

function tooMany(): never {
  throw new Failure('TOO_MANY_REQUESTS', SLOW_AGAIN);
}

/** What is throttled when numbers are guessed: the account when signed in, else the address and its network. */
function countedOf({ viewer, site, address }: Context) {
  if (viewer.kind === 'staff') return { own: `join-as:${viewer.userId}`, network: '', around: [] };
  const network = networkOf(address);
  return {
    own: `join-from:${address}`,
    network,
    around: [
      { key: `join-near:${network}`, limit: LIMITS.guessesPerNetwork, window: LIMITS.guessWindow },
      { key: `join-at:${site.id}`, limit: LIMITS.guessesPerSiteMinute, window: SITE_WINDOW },
    ],
  };
}

/**
 * Finds a live session by its number, and limits guessing. Five wrong numbers lock the client's address out; very many
 * wrong ones in its network delay it, and block nobody who has typed nothing wrong. Attempts of one address are counted
 * before the number is checked, and checked serially: concurrent attempts can't bypass the limit, and correct ones,
 * which are refunded, never block each other.
 */
export function createGuessGuard({ throttle, sessions }: Uses<'throttle'> & { sessions: Sessions }) {
  const queues = createSerialQueues(LIMITS.triesInLine);
  const delay = createLimitedDelay({
    delay: LIMITS.guessDelay,
    perGroup: LIMITS.delayedPerNetwork,
    total: LIMITS.delayedGuesses,
  });
  type Counted = ReturnType<typeof countedOf>;

  /** @param tries attempts of this address including this one: more than one when an earlier one was wrong */
  async function mustWait({ around }: Counted, tries: number): Promise<boolean> {
    if (!around.length) return false;
    const [near, site] = await throttle.counts(around.map(({ key }) => key));
    return near! >= LIMITS.guessesPerNetwork || (tries > 1 && site! >= LIMITS.guessesPerSiteMinute);
  }

  async function look({ site }: Context, counted: Counted, digits: string): Promise<SessionRow> {
    const own = { key: counted.own, limit: LIMITS.guessesPerAddress, window: LIMITS.guessWindow };
    const { isAllowed, count, secondsLeft } = await throttle.take(own);
    if (!isAllowed) throw new Failure('JOIN_LOCKED', { retryAfterSeconds: secondsLeft });
    if ((await mustWait(counted, count)) && !(await delay.pass(counted.network))) {
      await throttle.refund(own.key); // it was not checked
      return tooMany();
    }
    const session = await sessions.findByNumber(digits);
    const isRight = isSameSecret(session?.number ?? NO_NUMBER, digits);
    if (session && isRight && session.siteId === site.id && session.state !== 'ENDED') {
      await throttle.refund(own.key);
      return session;
    }
    for (const budget of counted.around) await throttle.take(budget);
    throw new Failure('SESSION_NUMBER_WRONG');
  }

  return (context: Context, digits: string): Promise<SessionRow> => {
    const counted = countedOf(context);
    return queues.run(counted.own, () => look(context, counted, digits), tooMany);
  };
}
export type GuessGuard = ReturnType<typeof createGuessGuard>;
