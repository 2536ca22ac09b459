import type { Platform } from '../../../platform/index.js';
import type { History } from '../../site/history/index.js';
import type { Images } from '../../site/images/index.js';
import type { Sites } from '../../site/sites/index.js';
import type { Users } from '../../site/users/index.js';
import { createBrandingQueries } from './branding.queries.js';
import { createBrandingRepo } from './branding.repo.js';
import { BrandingResolver, SiteBrandingResolver } from './branding.resolver.js';
import { createChangeBranding } from './change-branding.js';
import { createKeepBranding, createUndoBranding } from './keep-branding.js';
import { uploadFont } from './upload-font.js';

export type Branding = ReturnType<typeof createBranding>;

interface Deps {
  sites: Sites;
  users: Users;
  images: Images;
  history: History;
}

/** The branding of a site: logo, colour, font, and the texts of its join page. */
export function createBranding(platform: Platform, { sites, users, images, history: histories }: Deps) {
  const repo = createBrandingRepo(platform.db);
  const history = histories.ofContent('branding');
  const queries = createBrandingQueries({ repo, images, users, history });
  const deps = { ...platform, repo, images, history, lock: sites.lock };
  const keep = createKeepBranding(deps);
  const change = createChangeBranding({ ...deps, keep });
  const undo = createUndoBranding({ ...deps, keep });
  return {
    resolvers: [new BrandingResolver(queries, change, undo), new SiteBrandingResolver(queries)],
    mount: uploadFont(deps),
    /** Whether the site has changed its branding. */
    isChosen: async (siteId: string): Promise<boolean> => (await repo.find(siteId)) !== null,
    /** The branding of its mails. */
    forMail: queries.forMail,
  };
}
