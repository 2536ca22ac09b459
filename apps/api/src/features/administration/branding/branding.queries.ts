import { versionOf } from '../../../platform/graphql/index.js';
import { FONT_STACKS, LOCALES, paletteOf } from '@tandem/domain';
import type { ContentChangeConnection, ContentHistory } from '../../site/history/index.js';
import type { Images } from '../../site/images/index.js';
import type { Users } from '../../site/users/index.js';
import { AS_IT_COMES, toContent } from './branding.content.js';
import type { BrandingRepo, BrandingRow } from './branding.repo.js';
import type { BrandingType, SiteBrandingType } from './branding.types.js';
import { THE_BRANDING } from './keep-branding.js';

interface Deps {
  repo: BrandingRepo;
  images: Images;
  users: Users;
  history: ContentHistory;
}
export interface BrandingOfMail {
  accent: string;
  onAccent: string;
  /** A CSS font-family. */
  font: string;
  logoPath: string | null;
}
const NO_WORDING = { title: '', lead: '', help: '', footer: '', privacyUrl: '' };
/** The product's default colour, as in the tokens of libs/ui. */
const OWN = { accent: '#0f5c5c', onAccent: '#ffffff' };

export function createBrandingQueries({ repo, images, users, history }: Deps) {
  const typeface = (row: BrandingRow | null) => ({
    font: row?.font ?? 'SYSTEM',
    stack: row && row.font !== 'SYSTEM' ? FONT_STACKS[row.font] : null,
    path: row?.fontId ? images.pathOfFont(row.fontId) : null,
    weights: row?.fontWeights ?? null,
  });
  const show = (row: BrandingRow | null): BrandingType => ({
    accent: row?.accent ?? null,
    palette: row?.accent ? paletteOf(row.accent) : null,
    logoPath: row?.logoId ? images.pathOf(row.logoId) : null,
    typeface: typeface(row),
    texts: LOCALES.map((locale) => ({ locale, ...NO_WORDING, ...row?.texts[locale] })),
  });
  return {
    of: async (siteId: string): Promise<BrandingType> => show(await repo.find(siteId)),
    async forSite(siteId: string): Promise<SiteBrandingType> {
      const row = await repo.find(siteId);
      const changedBy = row ? await users.find(row.changedById) : null;
      const version = versionOf(toContent(row ?? AS_IT_COMES));
      return {
        branding: show(row),
        version,
        changedAt: row?.changedAt ?? null,
        changedByName: changedBy?.name ?? null,
      };
    },
    async changes(siteId: string, page: { first: number; after: string | null }): Promise<ContentChangeConnection> {
      const now = toContent((await repo.find(siteId)) ?? AS_IT_COMES);
      return history.list(siteId, { subject: THE_BRANDING, ...page }, now);
    },
    /** The branding of mails: mail programs show no SVG, and load no fonts. */
    async forMail(siteId: string): Promise<BrandingOfMail> {
      const row = await repo.find(siteId);
      const colours = row?.accent ? paletteOf(row.accent).light : OWN;
      const type = row?.logoId ? await images.typeOf(siteId, row.logoId) : null;
      const isShown = type === 'image/png' || type === 'image/jpeg';
      const { accent, onAccent } = colours;
      const font = FONT_STACKS[row && row.font !== 'OWN' ? row.font : 'SYSTEM'];
      return { accent, onAccent, font, logoPath: isShown ? images.pathOf(row!.logoId!) : null };
    },
  };
}
export type BrandingQueries = ReturnType<typeof createBrandingQueries>;
