import { LIMITS } from '@tandem/domain';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import { networkOf } from '../../../platform/http/network-of.js';
import type { Uses } from '../../../platform/index.js';
import { createLimitedDelay } from '../../../platform/throttle/limited-delay.js';
import type { Budget } from '../../../platform/throttle/index.js';

interface Try {
  context: Context;
  email: string;
  /** The browser, where the account has signed in before. */
  device: string | null;
}
const window = LIMITS.signInWindow;

/**
 * Throttle keys of an attempt. A browser that the account knows has a counter of its own, which strangers can't affect.
 */
function budgetsOf({ context, email, device }: Try): Budget[] {
  const account = `${context.site.id}:${email}`;
  if (device) return [{ key: `sign-in-known:${account}:${device}`, limit: LIMITS.signInTriesPerAccount, window }];
  // the address first: when it is locked, no counters of accounts are touched
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
 * Limits password guessing without letting strangers lock an account's owner out: attempts at an account are counted by
 * network, and many from everywhere delay further ones.
 */
export function createSignInGuard({ throttle }: Uses<'throttle'>) {
  const delay = createLimitedDelay({
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
    /** Called before the password is checked. @throws SIGN_IN_LOCKED, TOO_MANY_REQUESTS */
    async take(tried: Try): Promise<void> {
      const budgets = budgetsOf(tried);
      for (const budget of budgets) {
        const { isAllowed, secondsLeft } = await throttle.take(budget);
        if (!isAllowed) throw new Failure('SIGN_IN_LOCKED', { retryAfterSeconds: secondsLeft });
      }
      if (tried.device) return;
      const [count] = await throttle.counts([everywhere(tried).key]);
      if (count! < LIMITS.signInTriesEverywhere || (await delay.pass(budgets.at(-1)!.key))) return;
      for (const { key } of budgets) await throttle.refund(key); // it was not checked
      throw new Failure('TOO_MANY_REQUESTS', { retryAfterSeconds: Math.ceil(LIMITS.guessDelay / 1000) });
    },
    async wrong(tried: Try): Promise<void> {
      if (!tried.device) await throttle.take(everywhere(tried));
    },
    /**
     * Resets the counters of this account here; of the address, only this attempt is refunded: it may have guessed at
     * other accounts.
     */
    async right(tried: Try): Promise<void> {
      const [first, ...accounts] = budgetsOf(tried).map(({ key }) => key);
      if (tried.device) return throttle.forget(first!);
      await throttle.refund(first!);
      for (const key of accounts) await throttle.forget(key);
    },
  };
}
export type SignInGuard = ReturnType<typeof createSignInGuard>;
