import './consents.events.js';
import type { Platform } from '../../../platform/index.js';
import type { Participants } from '../participants/index.js';
import type { Sessions } from '../sessions/index.js';
import { createAnswerConsent } from './answer-consent.js';
import { createAskConsent } from './ask-consent.js';
import { createConsentAccess } from './consent-access.js';
import { createConsentUses } from './consent-uses.js';
import { addConsentViews } from './consents.event-views.js';
import { createConsentsQueries } from './consents.queries.js';
import { createConsentsRepo } from './consents.repo.js';
import { ConsentsResolver } from './consents.resolver.js';
import { createEndConsent } from './end-consent.js';
import { createExpireConsents } from './expire-consents.js';
import { followSession } from './follow-session.js';
import { createGrantConsent } from './grant-consent.js';
import { createRevokeGrant } from './revoke-grant.js';

export { ConsentAnswerInput } from './consents.inputs.js';
export { isInForce } from './consents.policy.js';
export { ConsentEvent, GrantType, ShareActionEnum, ShareTargetEnum } from './consents.types.js';
export type Consents = ReturnType<typeof createConsents>;

/** What people are asked to allow, their answers, and how long those hold. What may be asked is a table of the domain. */
export function createConsents(platform: Platform, features: { sessions: Sessions; participants: Participants }) {
  const { sessions } = features;
  const repo = createConsentsRepo(platform.db);
  const base = { ...platform, ...features, repo };
  const queries = createConsentsQueries(base);
  const uses = createConsentUses({ ...features, queries });
  const ending = createEndConsent(base);
  const granting = createGrantConsent(base);
  const deps = { ...base, uses, ending, granting, access: createConsentAccess(base) };
  const ask = createAskConsent(deps);
  const answering = createAnswerConsent(deps);

  addConsentViews(sessions.views, queries);
  followSession(deps);
  platform.sweeper.add({ name: 'consents', every: 1000, run: createExpireConsents(deps) });

  return {
    resolvers: [new ConsentsResolver({ ask, answering, revoke: createRevokeGrant(deps), queries })],
    queries,
    /** A feature that acts on consents of a kind says when it can be asked for. */
    addUse: uses.add,
    ask,
    answering,
    findGrant: repo.findGrant,
    /** What was allowed has been done once more. */
    use: repo.useGrant,
    finishUse: ending.finishUse,
  };
}
