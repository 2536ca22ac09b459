import { LIMITS } from '@tandem/domain';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import { networkOf } from '../../../platform/http/network-of.js';
import type { Platform } from '../../../platform/index.js';
import { createSlowLane } from '../../../platform/throttle/slow-lane.js';
import type { Budget } from '../../../platform/throttle/index.js';

interface Try {
  context: Context;
  email: string;
  /** The browser, where the account has signed in before. */
  device: string | null;
}
const window = LIMITS.signInWindow;

/** What a try is counted by. A browser that the account knows has a count of its own, in which strangers have no part. */
function budgetsOf({ context, email, device }: Try): Budget[] {
  const account = `${context.site.id}:${email}`;
  if (device) return [{ key: `sign-in-known:${account}:${device}`, limit: LIMITS.signInTriesPerAccount, window }];
  // the address first: a locked one must lock no accounts of others
  return [
    { key: `sign-in-from:${context.address}`, limit: LIMITS.signInTriesPerAddress, window },
    {
      key: `sign-in:${account}:${networkOf(context.address)}`,
      limit: LIMITS.signInTriesPerAccount,
      window,
    },
  ];
}

/**
 * Makes guessing passwords hopeless, without letting strangers lock anybody out: tries at an account are counted by the
 * network that they come from, and many from everywhere make each further one wait.
 */
export function createSignInGuard({ throttle }: Platform) {
  const slow = createSlowLane({
    delay: LIMITS.guessDelay,
    perGroup: LIMITS.delayedPerNetwork,
    total: LIMITS.delayedGuesses,
  });
  const everywhere = ({ context, email }: Try): Budget => ({
    key: `sign-in-all:${context.site.id}:${email}`,
    limit: LIMITS.signInTriesEverywhere,
    window,
  });

  return {
    /** Before the password is looked at. @throws SIGN_IN_LOCKED, TOO_MANY_REQUESTS */
    async take(tried: Try): Promise<void> {
      const budgets = budgetsOf(tried);
      for (const budget of budgets) {
        const { isAllowed, secondsLeft } = await throttle.take(budget);
        if (!isAllowed) throw new Failure('SIGN_IN_LOCKED', { retryAfterSeconds: secondsLeft });
      }
      if (tried.device) return;
      const [count] = await throttle.counts([everywhere(tried).key]);
      if (count! < LIMITS.signInTriesEverywhere || (await slow.pass(budgets.at(-1)!.key))) return;
      for (const { key } of budgets) await throttle.refund(key); // it was not looked at
      throw new Failure('TOO_MANY_REQUESTS', { retryAfterSeconds: Math.ceil(LIMITS.guessDelay / 1000) });
    },
    async wrong(tried: Try): Promise<void> {
      if (!tried.device) await throttle.take(everywhere(tried));
    },
    /** Forgives what was counted for this account here; of the address this try alone: it may have guessed at others. */
    async right(tried: Try): Promise<void> {
      const [first, ...accounts] = budgetsOf(tried).map(({ key }) => key);
      if (tried.device) return throttle.forget(first!);
      await throttle.refund(first!);
      for (const key of accounts) await throttle.forget(key);
    },
  };
}
export type SignInGuard = ReturnType<typeof createSignInGuard>;
