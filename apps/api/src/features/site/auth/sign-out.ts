import type { Context, Staff } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { AuthRepo } from './auth.repo.js';

/** Ends sign-ins, and closes their sockets immediately. */
export function createSignOut({
  clock,
  repo,
  sockets,
  cookieName,
}: Uses<'clock' | 'sockets'> & { repo: AuthRepo; cookieName: string }) {
  async function revoke(where: Parameters<AuthRepo['revokeSessions']>[0]): Promise<void> {
    const ended = await repo.revokeSessions(where, clock.now());
    ended.forEach(({ id, userId }) => sockets.revoke(`auth:${userId}:${id}`));
  }
  return {
    async here({ cookies }: Context, { authSessionId }: Staff): Promise<void> {
      await revoke({ id: authSessionId });
      cookies.clear(cookieName);
    },
    async everywhere({ cookies }: Context, { userId }: Staff): Promise<void> {
      await revoke({ userId });
      cookies.clear(cookieName);
    },
    everywhereElse: ({ userId, authSessionId }: Staff) => revoke({ userId, exceptId: authSessionId }),
    ofUser: (userId: string) => revoke({ userId }),
  };
}
export type SignOut = ReturnType<typeof createSignOut>;
