import { watch } from '../../../platform/events/index.js';
import { staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Participants } from '../../session/participants/index.js';
import { sessionIdOf, type Sessions } from '../../session/sessions/index.js';
import type { InvitationsRepo } from './invitations.repo.js';
import type { ColleagueInvitationType } from './helpers.types.js';

interface Deps extends Uses<'clock' | 'hub' | 'relay'> {
  repo: InvitationsRepo;
  sessions: Sessions;
  participants: Participants;
}

const streamOf = (userId: string) => `user:${userId}`;

/**
 * The open invitations of a colleague, as a list that is sent again on every change. A colleague who is subscribed has
 * a console open, and can be invited.
 */
export function createPendingInvitations({ clock, hub, relay, repo, sessions, participants }: Deps) {
  const followers = new Map<string, number>();

  async function list(userId: string): Promise<ColleagueInvitationType[]> {
    const rows = await repo.listPending(userId, clock.now());
    const live = (await sessions.listByIds(rows.map((row) => row.sessionId))).filter(({ state }) => state !== 'ENDED');
    const people = await participants.listBySessions(live.map(({ id }) => id));
    return rows.flatMap((row) => {
      const session = live.find(({ id }) => id === row.sessionId);
      const customer = people.find((each) => each.sessionId === row.sessionId && each.role === 'PRIMARY_CUSTOMER');
      const from = people.find(({ id }) => id === row.createdById);
      const { id, sessionId, createdAt } = row;
      if (!session) return [];
      return {
        id,
        sessionId,
        createdAt,
        number: session.number,
        from: from?.name ?? '',
        customer: customer?.name ?? null,
      };
    });
  }

  const wake = async (invitationId: string) => {
    const userId = (await repo.find(invitationId))?.userId;
    if (userId) hub.wake(streamOf(userId));
  };
  relay.on('invitations.changed', ({ payload }) => wake(payload.invitationId));
  relay.on('sessions.ended', async ({ stream }) => {
    for (const { userId } of await repo.listColleagues(sessionIdOf(stream))) hub.wake(streamOf(userId!));
  });

  return {
    /** Whether a console of this account is open. */
    isReachable: (userId: string) => followers.has(userId),
    follow(context: Context): AsyncGenerator<ColleagueInvitationType[], void> {
      const { userId } = staffOf(context);
      followers.set(userId, (followers.get(userId) ?? 0) + 1);
      return watch(
        hub,
        streamOf(userId),
        () => list(userId),
        () => {
          const left = followers.get(userId)! - 1;
          if (left > 0) followers.set(userId, left);
          else followers.delete(userId);
        },
      );
    },
  };
}
export type PendingInvitations = ReturnType<typeof createPendingInvitations>;
