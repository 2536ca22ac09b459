import type { SessionAct } from '@tandem/domain';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Platform, Tx } from '../../../platform/index.js';
import type { Attendance, Sessions } from '../sessions/index.js';
import type { ConsentRequestRow, ConsentsRepo } from './consents.repo.js';

/** Loads a consent request for a change by a seat of its session, with the session locked. */
export function createConsentAccess({ events, repo, sessions }: Platform & { repo: ConsentsRepo; sessions: Sessions }) {
  return {
    change: (
      { viewer }: Context,
      requestId: string,
      act: SessionAct,
      work: (tx: Tx, request: ConsentRequestRow, by: Attendance) => Promise<void>,
    ): Promise<ConsentRequestRow> =>
      events.transaction(async (tx) => {
        const found = await repo.findRequest(requestId, tx);
        if (!found) throw new Failure('NOT_FOUND');
        const by = await sessions.access.toAct(tx, viewer, found.sessionId, act);
        await work(tx, (await repo.findRequest(requestId, tx))!, by);
        return (await repo.findRequest(requestId, tx))!;
      }),
  };
}
export type ConsentAccess = ReturnType<typeof createConsentAccess>;
