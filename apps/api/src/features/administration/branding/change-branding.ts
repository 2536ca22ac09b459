import { accentContrast, CONTRAST_NEEDED, isColour, readableAccent } from '@tandem/domain';
import { assertBasedOn, Failure } from '../../../platform/graphql/index.js';
import { checkLink } from '../../../platform/http/check-link.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Images } from '../../site/images/index.js';
import { AS_IT_COMES, toContent } from './branding.content.js';
import type { BrandingRepo, BrandingRow } from './branding.repo.js';
import type { BrandingInput, BrandingTextsInput } from './branding.types.js';
import type { KeepBranding, Lock } from './keep-branding.js';

type FontPart = Pick<BrandingRow, 'font' | 'fontId' | 'fontWeights'>;
interface Deps extends Uses<'db'> {
  repo: BrandingRepo;
  images: Images;
  lock: Lock;
  keep: KeepBranding;
}

/** @throws Failure for an invalid colour, and for one on which text is unreadable */
function assertReadable(accent: string): void {
  if (!isColour(accent)) throw new Failure('BAD_INPUT', {}, [{ path: 'accent', rule: 'INVALID' }]);
  const ratio = accentContrast(accent);
  if (ratio >= CONTRAST_NEEDED) return;
  throw new Failure('CONTRAST_TOO_LOW', {
    ratio: Math.floor(ratio * 10) / 10,
    needed: CONTRAST_NEEDED,
    suggestion: readableAccent(accent),
  });
}

function toTexts(inputs: BrandingTextsInput[]): BrandingRow['texts'] {
  const texts: BrandingRow['texts'] = {};
  for (const { locale, title, lead, help, footer, privacyUrl } of inputs) {
    const url = privacyUrl.trim() && checkLink(privacyUrl);
    if (url === null)
      throw new Failure('LINK_NOT_ALLOWED', {}, [{ path: `texts.${locale}.privacyUrl`, rule: 'INVALID' }]);
    const trimmed = { title: title.trim(), lead: lead.trim(), help: help.trim(), footer: footer.trim() };
    texts[locale] = { ...trimmed, privacyUrl: url ? url.href : '' };
  }
  return texts;
}

/** The branding of a site's pages; a change applies to the next page load. */
export function createChangeBranding({ db, repo, images, lock, keep }: Deps) {
  /** An uploaded font stays available while another one is selected. */
  async function fontOf(tx: Tx, siteId: string, before: FontPart, { font, fontId }: BrandingInput): Promise<FontPart> {
    const next = { ...before, ...(font && { font }) };
    if (fontId && fontId !== before.fontId) {
      const weights = await images.fontWeights(tx, siteId, fontId);
      if (!weights) throw new Failure('BAD_INPUT', {}, [{ path: 'fontId', rule: 'INVALID' }]);
      Object.assign(next, { fontId, fontWeights: weights });
    }
    if (next.font === 'OWN' && !next.fontId) throw new Failure('BAD_INPUT', {}, [{ path: 'fontId', rule: 'REQUIRED' }]);
    return next;
  }

  return async function changeBranding(siteId: string, changedById: string, input: BrandingInput): Promise<void> {
    const accent = input.accent?.toLowerCase() ?? null;
    if (accent) assertReadable(accent);
    const texts = toTexts(input.texts);
    await db.transaction(async (tx) => {
      await lock(tx, siteId);
      const before = (await repo.find(siteId, tx)) ?? AS_IT_COMES;
      assertBasedOn(input.basedOn, toContent(before));
      const logoId = input.logo ? await images.store(tx, { siteId, kind: 'LOGO', dataUrl: input.logo }) : null;
      const { font, fontId, fontWeights } = before;
      const fontPart = await fontOf(tx, siteId, { font, fontId, fontWeights }, input);
      const logo = input.logo === undefined ? before.logoId : logoId;
      await keep(tx, { siteId, changedById }, { accent, logoId: logo, ...fontPart, texts });
    });
  };
}
export type ChangeBranding = ReturnType<typeof createChangeBranding>;
