import './concerns.events.js';
import type { Platform } from '../../../platform/index.js';
import type { MailService } from '../../site/mail/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { Roles } from '../../site/roles/index.js';
import type { Sites } from '../../site/sites/index.js';
import type { Templates } from '../../administration/templates/index.js';
import type { Users } from '../../site/users/index.js';
import { createConcernQueries } from './concerns.queries.js';
import { createConcernsRepo } from './concerns.repo.js';
import { ConcernsResolver } from './concerns.resolver.js';
import { UnexpectedCallReported } from './concerns.types.js';
import { createHandleConcern } from './handle-concern.js';
import { createReportConcern } from './report-concern.js';
import { createNotifyAdministrators } from './notify-administrators.js';

interface Deps {
  users: Users;
  roles: Roles;
  sites: Sites;
  templates: Templates;
  mail: MailService;
  sessions: Sessions;
  participants: Participants;
}

/** Reports of customers to administrators: an unexpected call. */
export function createConcerns(platform: Platform, features: Deps) {
  const repo = createConcernsRepo(platform.db);
  const deps = { ...platform, ...features, repo };
  features.sessions.views.add({ type: 'concerns.reported', Class: UnexpectedCallReported, fields: () => ({}) });
  const tell = createNotifyAdministrators(deps);
  platform.relay.on('concerns.reported', tell);
  platform.sweeper.add({ name: 'concerns', every: 5000, run: tell });
  return {
    resolvers: [
      new ConcernsResolver({
        report: createReportConcern(deps),
        handle: createHandleConcern(deps),
        queries: createConcernQueries(deps),
      }),
    ],
  };
}
