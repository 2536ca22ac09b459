import './sharing.events.js';
import type { Platform } from '../../platform/index.js';
import type { Media } from '../media/index.js';
import { SEAT_CLOSING, type Participants } from '../participants/index.js';
import { sessionIdOf, type Sessions } from '../sessions/index.js';
import { createAnswerShare } from './answer-share.js';
import { createAskShare } from './ask-share.js';
import { createChangeMode } from './change-mode.js';
import { createEndings } from './end-share.js';
import { createExpireSharing } from './expire-sharing.js';
import { createIsShareLive } from './is-share-live.js';
import { ShareModeResolver } from './mode.resolver.js';
import { createRevokeGrant } from './revoke-grant.js';
import { createRunShare } from './run-share.js';
import { createSeeShare } from './see-share.js';
import { createShareAccess } from './share-access.js';
import { addSharingViews } from './sharing.event-views.js';
import { createWhyNot } from './why-not-ask.js';
import { createSharingQueries } from './sharing.queries.js';
import { createSharingRepo } from './sharing.repo.js';
import { SharingResolver } from './sharing.resolver.js';
import { SHARING_EVENTS } from './sharing.types.js';

export type Sharing = ReturnType<typeof createSharing>;

interface Deps {
  sessions: Sessions;
  participants: Participants;
  media: Media;
}

/** Who may see whose screen: questions, consents, and the pictures that run on them. */
export function createSharing(platform: Platform, { sessions, participants, media }: Deps) {
  const { events, sweeper } = platform;
  const repo = createSharingRepo(platform.db);
  const base = { ...platform, repo, sessions, participants, media };
  const endings = createEndings(base);
  const deps = { ...base, endings, access: createShareAccess(base) };
  const queries = createSharingQueries(deps);
  addSharingViews(sessions.views, queries);

  const whyNot = createWhyNot({ ...base, queries });
  for (const act of ['requestViewDesktop', 'requestViewApplication'] as const)
    sessions.abilities.add(act, (facts) => whyNot(facts, 'REQUEST_VIEW'));
  for (const act of ['shareViewDesktop', 'shareViewApplication'] as const)
    sessions.abilities.add(act, (facts) => whyNot(facts, 'SHARE_VIEW'));

  for (const type of SEAT_CLOSING)
    events.during(type, (tx, { stream, payload }) => endings.endOfSeat(tx, sessionIdOf(stream), payload.participantId));
  events.during('participants.customerSwapped', async (tx, { stream, payload: { fromId } }) => {
    if (fromId) await endings.endOfCustomer(tx, sessionIdOf(stream), fromId);
  });
  events.during('participants.controlTransferred', (tx, { stream, payload }) =>
    endings.endOfLead(tx, sessionIdOf(stream), payload),
  );
  events.during('sessions.ended', (tx, { stream }) => endings.endOfSession(tx, sessionIdOf(stream)));
  sessions.addLiveRule(createIsShareLive(base));
  sweeper.add({ name: 'sharing', every: 1000, run: createExpireSharing(deps) });
  const seeing = createSeeShare(deps);
  sweeper.add({ name: 'screens', every: 1000, run: seeing.lookAtStarting });

  return {
    resolvers: [
      new SharingResolver({
        ask: createAskShare(deps),
        answering: createAnswerShare(deps),
        running: createRunShare(deps),
        revoke: createRevokeGrant(deps),
        queries,
      }),
      new ShareModeResolver(createChangeMode(deps), queries),
    ],
    orphanedTypes: SHARING_EVENTS,
    /** Fills the media feature's port. */
    screenArrived: seeing.screenArrived,
  };
}
