import { LIMITS } from '@tandem/domain';
import { hashToken, newToken } from '../../../platform/crypto/index.js';
import type { Context } from '../../../platform/graphql/index.js';
import type { Platform } from '../../../platform/index.js';
import type { AuthRepo } from './auth.repo.js';

/** Browsers in which an account has signed in before, each known by a cookie that opens nothing by itself. */
export function createKnownDevices({ clock, repo, deviceCookie }: Platform & { repo: AuthRepo; deviceCookie: string }) {
  const hashOf = ({ cookies }: Context): Uint8Array<ArrayBuffer> | null => {
    const token = cookies.get(deviceCookie);
    return token ? hashToken(token) : null;
  };
  return {
    /** @returns a name for the browser when the account has signed in there */
    async find(context: Context, userId: string): Promise<string | null> {
      const hash = hashOf(context);
      return hash && (await repo.isKnownDevice(hash, userId)) ? Buffer.from(hash).toString('base64url') : null;
    },
    /**
     * After a sign-in. A browser that the account doesn't know yet gets another cookie, to which the accounts that know it
     * move: one that somebody else has planted there is worth nothing then.
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
