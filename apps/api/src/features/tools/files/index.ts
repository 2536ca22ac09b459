import './files.events.js';
import { PATHS } from '@tandem/contract';
import { addRoute, httpHandler, type Mount } from '../../../platform/http/handler.js';
import type { Platform } from '../../../platform/index.js';
import { SEAT_CLOSING, type Participants } from '../../session/participants/index.js';
import { sessionIdOf, type Sessions } from '../../session/sessions/index.js';
import type { Settings } from '../../site/settings/index.js';
import { createCheckFile } from './check-file.js';
import { createExpireFiles } from './expire-files.js';
import { createFileMover } from './move-file.js';
import { maySendFrom } from './files.policy.js';
import { addFileViews } from './files.event-views.js';
import { createFilesQueries } from './files.queries.js';
import { createFilesRepo } from './files.repo.js';
import { FilesResolver } from './files.resolver.js';
import { createLinkFile } from './link-file.js';
import { createOfferFile } from './offer-file.js';
import { createReceiveFile } from './receive-file.js';
import { createRunningHashes } from './running-hashes.js';
import { createServeFile } from './serve-file.js';
import { createTusEndpoint } from './tus-endpoint.js';
import { createWithdrawFile } from './withdraw-file.js';

interface Deps {
  settings: Settings;
  sessions: Sessions;
  participants: Participants;
}

/** Files that people in a session give each other, and screenshots by CSRs. */
export function createFiles(platform: Platform, features: Deps) {
  const { events, sweeper, keys } = platform;
  const { sessions } = features;
  const repo = createFilesRepo(platform.db);
  const base = { ...platform, ...features, repo, hashes: createRunningHashes() };
  const mover = createFileMover(base);
  const check = createCheckFile({ ...base, mover });
  const deps = { ...base, mover, check };
  const receive = createReceiveFile(deps);
  const withdrawing = createWithdrawFile(deps);
  const links = createLinkFile(deps);
  const queries = createFilesQueries({ ...deps, receive });
  addFileViews(sessions.views, queries);
  sessions.abilities.add('publishFile', async ({ session, seat }) =>
    maySendFrom(seat, await features.settings.of(session.siteId)) ? null : 'SITE_DOES_NOT',
  );

  for (const type of SEAT_CLOSING)
    events.during(type, (tx, { stream, payload }) =>
      withdrawing.giveUpOf(tx, sessionIdOf(stream), payload.participantId),
    );
  events.during('sessions.ended', (tx, { stream }) => withdrawing.giveUpAll(tx, sessionIdOf(stream)));
  sweeper.add({ name: 'file checks', every: 5_000, run: check.sweep });
  sweeper.add({ name: 'files', every: 60_000, run: createExpireFiles(deps) });

  return {
    resolvers: [new FilesResolver({ offer: createOfferFile(deps), withdrawing, links, queries })],
    queries,
    /**
     * Content is transferred over plain HTTP, with the same cookies and actor as GraphQL; a download link belongs to
     * one person.
     */
    mount: ((app, contextOf) => {
      const follow = httpHandler(contextOf, { isPublic: true }, createServeFile({ ...deps, links }));
      const tus = createTusEndpoint({ ...deps, receive });
      const take = httpHandler(contextOf, { isSeat: true }, tus.take);
      const options = httpHandler(contextOf, { isPublic: true }, tus.tellOptions);
      addRoute(app, PATHS.fileLink(':id', ':token'), { get: follow });
      addRoute(app, PATHS.file(':id'), { head: take, patch: take, options });
      addRoute(app, PATHS.file(''), { options });
    }) satisfies Mount,
    start: (): Promise<void> => keys.open(),
    stop: (): Promise<void> => check.settle(),
  };
}
