import type { Platform } from '../../../platform/index.js';
import type { Settings } from '../../site/settings/index.js';
import type { Sites } from '../../site/sites/index.js';
import type { Users } from '../../site/users/index.js';
import { createAcceptAgreement } from './accept-agreement.js';
import { createAgreementQueries } from './agreements.queries.js';
import { createAgreementsRepo } from './agreements.repo.js';
import { AgreementsResolver, SiteAgreementResolver } from './agreements.resolver.js';
import { createPublishAgreement } from './publish-agreement.js';

export type { AgreementRow } from './agreements.repo.js';
export type Agreements = ReturnType<typeof createAgreements>;

interface Deps {
  sites: Sites;
  settings: Settings;
  users: Users;
}

/** What customers accept before a session: versioned, in every language, with who accepted it and when. */
export function createAgreements(platform: Platform, { sites, settings, users }: Deps) {
  const repo = createAgreementsRepo(platform.db);
  const queries = createAgreementQueries({ repo, settings, users });
  const publish = createPublishAgreement({ ...platform, repo, sites });
  return {
    resolvers: [new AgreementsResolver(queries, publish), new SiteAgreementResolver(queries)],
    ...createAcceptAgreement({ ...platform, repo, settings }),
  };
}
