import type { Platform } from '../../platform/index.js';
import type { Images } from '../images/index.js';
import type { Users } from '../users/index.js';
import { createBrandingQueries } from './branding.queries.js';
import { createBrandingRepo } from './branding.repo.js';
import { BrandingResolver, SiteBrandingResolver } from './branding.resolver.js';
import { createChangeBranding } from './change-branding.js';
import { uploadFont } from './upload-font.js';

export type Branding = ReturnType<typeof createBranding>;

/** How a site looks to its customers: its mark, its colour, its font, its words where they join. */
export function createBranding(platform: Platform, { users, images }: { users: Users; images: Images }) {
  const repo = createBrandingRepo(platform.db);
  const queries = createBrandingQueries({ repo, images, users });
  const change = createChangeBranding({ ...platform, repo, images });
  return {
    resolvers: [new BrandingResolver(queries, change), new SiteBrandingResolver(queries)],
    mount: uploadFont({ ...platform, repo, images }),
    /** What a mail shows of it. */
    forMail: queries.forMail,
  };
}
