import { LIMITS } from '@tandem/domain';
import { hashToken, newToken } from '../../../platform/crypto/index.js';
import type { Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { AuthRepo } from './auth.repo.js';

/** Browsers in which an account has signed in before, each identified by a cookie that grants nothing by itself. */
export function createKnownDevices({
  clock,
  repo,
  deviceCookie,
}: Uses<'clock'> & { repo: AuthRepo; deviceCookie: string }) {
  const hashOf = ({ cookies }: Context): Uint8Array<ArrayBuffer> | null => {
    const token = cookies.get(deviceCookie);
    return token ? hashToken(token) : null;
  };
  return {
    /** @returns an id of the browser when the account has signed in there */
    async find(context: Context, userId: string): Promise<string | null> {
      const hash = hashOf(context);
      return hash && (await repo.isKnownDevice(hash, userId)) ? Buffer.from(hash).toString('base64url') : null;
    },
    /**
     * Called after a sign-in. A browser that is new to the account gets a new cookie, to which the accounts that know
     * it move: a cookie planted by somebody else becomes worthless.
     */
    async remember(context: Context, userId: string): Promise<void> {
      const before = hashOf(context);
      const now = clock.now();
      if (before && (await repo.isKnownDevice(before, userId))) return repo.touchDevice(before, userId, now);
      const token = newToken();
      await repo.addDevice({ tokenHash: hashToken(token), userId, lastUsedAt: now }, before, LIMITS.devicesPerAccount);
      context.cookies.set(deviceCookie, token, LIMITS.deviceLife / 1000);
    },
  };
}
export type KnownDevices = ReturnType<typeof createKnownDevices>;
