import type { ShareMode } from '@tandem/domain';
import type { Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { SessionRow, Sessions } from '../../session/sessions/index.js';
import type { SharingRepo } from './sharing.repo.js';

interface Deps extends Uses<'events'> {
  repo: SharingRepo;
  sessions: Sessions;
}

/** Changes how screens are sent: running shares, and the next ones of the session. No new consent is needed. */
export function createChangeMode({ events, repo, sessions }: Deps) {
  return (context: Context, sessionId: string, mode: ShareMode): Promise<SessionRow> =>
    events.transaction(async (tx) => {
      const { session, seat } = await sessions.access.toAct(tx, context.viewer, sessionId, 'changeShareMode');
      if (((await repo.findMode(sessionId, tx)) ?? 'STANDARD') === mode) return session;
      const { siteId } = session;
      await repo.putMode(tx, { sessionId, siteId, mode });
      await sessions.log(tx, { session, seat }, 'sharing.modeChanged', { mode });
      return session;
    });
}
export type ChangeMode = ReturnType<typeof createChangeMode>;
