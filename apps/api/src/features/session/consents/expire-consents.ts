import { SYSTEM } from '../../../platform/events/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sessions } from '../sessions/index.js';
import type { ConsentsRepo } from './consents.repo.js';
import type { EndConsent } from './end-consent.js';

/** Ends requests and grants whose deadline has passed. */
export function createExpireConsents(
  deps: Uses<'clock' | 'events'> & { repo: ConsentsRepo; sessions: Sessions; ending: EndConsent },
) {
  const { events, clock, repo, sessions, ending } = deps;

  async function expireRequests(): Promise<void> {
    for (const due of await repo.listRequestsDue(clock.now()))
      await events.transaction(async (tx) => {
        await sessions.lock(tx, due.sessionId);
        const request = (await repo.findRequest(due.id, tx))!;
        if (!request.dueAt || request.dueAt > clock.now()) return; // answered or extended in the meantime
        await ending.endRequest(tx, request, { state: 'EXPIRED', reason: 'NO_ANSWER' }, SYSTEM);
      });
  }

  async function expireGrants(): Promise<void> {
    for (const due of await repo.listGrantsDue(clock.now()))
      await events.transaction(async (tx) => {
        await sessions.lock(tx, due.sessionId);
        await ending.endGrant(tx, due, 'EXPIRED', SYSTEM);
      });
  }

  return async (): Promise<void> => {
    await expireRequests();
    await expireGrants();
  };
}
