import { LIMITS } from '@tandem/domain';
import { Failure, type Context, type Viewer } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { Sessions } from '../../session/sessions/index.js';

type Deps = Uses<'events' | 'throttle'> & { sessions: Sessions; participants: Participants };

const nameOf = (viewer: Viewer): string =>
  viewer.kind === 'staff' ? viewer.userId : viewer.kind === 'seat' ? viewer.participantId : '';

/** A CSR who waits for an answer makes the customer's page call for attention: at most once a minute. */
export function createNudge({ events, throttle, sessions, participants }: Deps) {
  async function nudge(tx: Tx, { viewer }: Context, sessionId: string): Promise<void> {
    const by = await sessions.access.toAct(tx, viewer, sessionId, 'nudge');
    if (!(await participants.findSeated(tx, sessionId, 'PRIMARY_CUSTOMER'))) throw new Failure('CUSTOMER_NOT_PRESENT');
    await sessions.log(tx, by, 'chat.nudged', {});
  }

  return async (context: Context, sessionId: string): Promise<void> => {
    const key = `chat.nudge:${sessionId}:${nameOf(context.viewer)}`;
    const { isAllowed, secondsLeft } = await throttle.take({ key, limit: 1, window: LIMITS.nudgeEvery });
    if (!isAllowed) throw new Failure('TOO_MANY_REQUESTS', { retryAfterSeconds: secondsLeft });
    try {
      await events.transaction((tx) => nudge(tx, context, sessionId));
    } catch (cause) {
      await throttle.forget(key); // nobody was notified
      throw cause;
    }
  };
}
export type Nudge = ReturnType<typeof createNudge>;
