import './sharing.events.js';
import type { Platform } from '../../../platform/index.js';
import type { Consents } from '../../session/consents/index.js';
import type { Media } from '../media/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import { createChangeMode } from './change-mode.js';
import { createEndShare } from './end-share.js';
import { createExpireSharing } from './expire-sharing.js';
import { followConsent } from './follow-consent.js';
import { createIsShareLive } from './is-share-live.js';
import { ShareModeResolver } from './mode.resolver.js';
import { createRunShare } from './run-share.js';
import { createSeeShare } from './see-share.js';
import { addSharingViews } from './sharing.event-views.js';
import { createSharingQueries } from './sharing.queries.js';
import { createSharingRepo } from './sharing.repo.js';
import { SharingResolver } from './sharing.resolver.js';
import { addViewUses } from './view-uses.js';

interface Deps {
  sessions: Sessions;
  participants: Participants;
  consents: Consents;
  media: Media;
}

/** Screen shares that run on grants. */
export function createSharing(platform: Platform, features: Deps) {
  const { sweeper } = platform;
  const { sessions, consents } = features;
  const repo = createSharingRepo(platform.db);
  const base = { ...platform, ...features, repo };
  const endShare = createEndShare(base);
  const deps = { ...base, endShare };
  const queries = createSharingQueries(deps);
  addSharingViews(sessions.views, { ...queries, ...consents.queries });
  addViewUses({ ...deps, queries });
  followConsent(deps);
  sessions.addLiveRule(createIsShareLive(base));
  sweeper.add({ name: 'sharing', every: 1000, run: createExpireSharing(deps) });
  const seeing = createSeeShare(deps);
  sweeper.add({ name: 'screens', every: 1000, run: seeing.lookAtStarting });

  return {
    resolvers: [
      new SharingResolver({ consents, running: createRunShare(deps), queries }),
      new ShareModeResolver(createChangeMode(deps), queries),
    ],
    /** Implements the media feature's port. */
    screenArrived: seeing.screenArrived,
  };
}
