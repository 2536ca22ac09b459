import { LIMITS } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { hashToken, newId, newToken } from '../../../platform/crypto/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Settings } from '../settings/index.js';
import type { UserRow, Users } from '../users/index.js';
import type { AuthRepo } from './auth.repo.js';
import type { KnownDevices } from './known-devices.js';

/** Creates a sign-in after authentication: by a password, or by a link that only the owner received. */
export function createOpenSignIn(
  deps: Uses<'clock'> & { repo: AuthRepo; users: Users; settings: Settings; devices: KnownDevices; cookieName: string },
) {
  const { clock, users, settings, repo, devices, cookieName } = deps;
  return async (context: Context, user: UserRow): Promise<void> => {
    if (!(await settings.isStaffAllowed(user.siteId, context.address))) throw new Failure('NETWORK_NOT_ALLOWED');
    const now = clock.now();
    if (!user.firstSignInAt) await users.update(user.id, { firstSignInAt: now });
    const token = newToken();
    await repo.createSession({
      id: newId(),
      userId: user.id,
      siteId: user.siteId,
      tokenHash: hashToken(token),
      createdAt: now,
      lastUsedAt: now,
      expiresAt: after(now, LIMITS.staffSessionLife),
      revokedAt: null,
    });
    await devices.remember(context, user.id);
    context.cookies.set(cookieName, token, LIMITS.staffSessionLife / 1000);
  };
}
export type OpenSignIn = ReturnType<typeof createOpenSignIn>;
