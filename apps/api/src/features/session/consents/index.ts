import './consents.events.js';
import type { Platform } from '../../../platform/index.js';
import type { Participants } from '../participants/index.js';
import type { Sessions } from '../sessions/index.js';
import { createAnswerConsent } from './answer-consent.js';
import { createAskConsent } from './ask-consent.js';
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

/** Consent requests, their answers, and the grants that follow. The kinds of consent are a table of the domain. */
export function createConsents(platform: Platform, features: { sessions: Sessions; participants: Participants }) {
  const { sessions } = features;
  const repo = createConsentsRepo(platform.db);
  const base = { ...platform, ...features, repo };
  const queries = createConsentsQueries(base);
  const uses = createConsentUses({ ...features, queries });
  const ending = createEndConsent(base);
  const granting = createGrantConsent(base);
  const deps = { ...base, uses, ending, granting };
  const ask = createAskConsent(deps);
  const answering = createAnswerConsent(deps);

  addConsentViews(sessions.views, queries);
  followSession(deps);
  platform.sweeper.add({ name: 'consents', every: 1000, run: createExpireConsents(deps) });

  return {
    resolvers: [new ConsentsResolver({ ask, answering, revoke: createRevokeGrant(deps), queries })],
    queries,
    /** Registers when a kind of consent can be requested, by the feature that uses it. */
    addUse: uses.add,
    ask,
    answering,
    findGrant: repo.findGrant,
    /** Counts a use of a grant. */
    use: repo.useGrant,
    finishUse: ending.finishUse,
  };
}
