import type { Platform } from '../../../platform/index.js';
import type { Chat } from '../../tools/chat/index.js';
import type { Notes } from '../../tools/notes/index.js';
import type { Participants } from '../../session/participants/index.js';
import { sessionIdOf, type Sessions } from '../../session/sessions/index.js';
import { createExportReports } from './export-reports.js';
import { createFeedReport } from './feed-report.js';
import { mountReports } from './reports-handler.js';
import { createReportQueries } from './reports.queries.js';
import { createReportsRepo } from './reports.repo.js';
import { ReportsResolver } from './reports.resolver.js';

interface Deps {
  sessions: Sessions;
  participants: Participants;
  chat: Chat;
  notes: Notes;
}

/** Figures of every session, read from its log; can be rebuilt at any time. */
export function createReports(platform: Platform, features: Deps) {
  const repo = createReportsRepo(platform.db);
  const feed = createFeedReport({ ...platform, repo, sessions: features.sessions });
  const queries = createReportQueries({ ...features, repo, events: platform.events, feed });
  platform.relay.onStream((stream) => feed(sessionIdOf(stream)));
  return {
    resolvers: [new ReportsResolver({ ...features, queries, clock: platform.clock })],
    mount: mountReports(createExportReports({ ...features, repo, queries, clock: platform.clock })),
    /** Deletes all figures and reads every session's log again. @returns the number of sessions */
    async rebuild(): Promise<number> {
      await repo.clear();
      const ids = await features.sessions.allIds();
      for (const id of ids) await feed(id);
      return ids.length;
    },
  };
}
