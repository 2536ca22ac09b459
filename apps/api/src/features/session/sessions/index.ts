import { PATHS } from '@tandem/contract';
import { rowsById } from '../../../platform/graphql/index.js';
import type { Platform, Tx } from '../../../platform/index.js';
import type { Roles } from '../../site/roles/index.js';
import type { Settings } from '../../site/settings/index.js';
import type { Users } from '../../site/users/index.js';
import { createAbilities } from './abilities.js';
import { createDescribeSession } from './describe-session.js';
import { createEndByCsr, createEndSession } from './end-session.js';
import { createEventViews } from './event-views.js';
import type { SeatPort } from './seat.js';
import { createAssertMayLead } from './lead-limit.js';
import { createLeaderOf } from './leader-of.js';
import { createLogEvent } from './log-event.js';
import { createLockSession } from './lock-session.js';
import { createSessionAccess } from './session-access.js';
import { createSessionEvents } from './session-events.js';
import { createSessionQueries } from './sessions.queries.js';
import { createSessionsRepo } from './sessions.repo.js';
import { SessionsResolver } from './sessions.resolver.js';
import { createStartSession } from './start-session.js';
import { createTimeLimits } from './time-limits.js';

export type { AbilityFacts } from './abilities.js';
export type { EventViews } from './event-views.js';
export { actorOf, isColleague, isCustomer, isSeated, isSelf, type Seat, type SeatPort } from './seat.js';
export type { Attendance } from './session-access.js';
export { sessionIdOf, sessionStream } from './sessions.events.js';
export { isStaffView } from './sessions.policy.js';
export { ownListOnly } from './sessions.queries.js';
export type { SessionRow } from './sessions.repo.js';
export * from './sessions.types.js';
export type Sessions = ReturnType<typeof createSessions>;

/** Support sessions: their numbers, states, lists and streams. */
export function createSessions(platform: Platform, features: { settings: Settings; users: Users; roles: Roles }) {
  const { settings } = features;
  const repo = createSessionsRepo(platform.db);
  let port: SeatPort | null = null;
  const seats = () => {
    if (!port) throw new Error('the seat port is not filled');
    return port;
  };
  const views = createEventViews();
  const abilities = createAbilities();
  const access = createSessionAccess({ ...platform, repo, seats });
  const assertMayLead = createAssertMayLead({ repo, settings });
  const log = createLogEvent(platform);
  const deps = { ...platform, repo, settings, seats, views, access, assertMayLead, logEvent: log };
  const end = createEndSession(deps);
  const limits = createTimeLimits({ ...deps, end });
  platform.sweeper.add({ name: 'time limits', every: 1000, run: limits.sweep });

  return {
    resolvers: [
      new SessionsResolver({
        ...deps,
        abilities,
        start: createStartSession({ ...deps, leaderOf: createLeaderOf(features) }),
        startOptions: settings.of,
        keepOpen: limits.keepOpen,
        lock: createLockSession(deps),
        describe: createDescribeSession(deps),
        endByCsr: createEndByCsr({ ...deps, end }),
        queries: createSessionQueries(deps),
        live: createSessionEvents(deps),
        pathOf: PATHS.join,
      }),
    ],
    views,
    abilities,
    access,
    log,
    addLiveRule: limits.addLiveRule,
    end,
    assertMayLead,
    /** Supplied by `compose.ts` with the feature that owns the seats. */
    fillSeatPort: (filled: SeatPort) => void (port = filled),
    find: repo.find,
    byId: rowsById(repo.listByIds),
    lock: repo.lock,
    listByIds: repo.listByIds,
    findByNumber: repo.findByNumber,
    move: repo.move,
    /** Records the primary CSR. */
    setLead: (tx: Tx, id: string, ledById: string) => repo.update(tx, id, { ledById }),
    /** Records that an account takes part, or that it was removed. */
    addStaff: repo.addStaff,
    dropStaff: repo.dropStaff,
    allIds: repo.allIds,
  };
}
