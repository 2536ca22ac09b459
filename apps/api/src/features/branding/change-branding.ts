import { accentContrast, CONTRAST_NEEDED, isColour, readableAccent } from '@tandem/domain';
import { Failure } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import type { Images } from '../images/index.js';
import type { BrandingRepo, BrandingRow } from './branding.repo.js';
import type { BrandingInput } from './branding.types.js';

/** @throws Failure for what is no colour, and for one in which texts can't be read */
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

/** How a site looks to its customers; in effect with the next page that is opened. */
export function createChangeBranding({ db, clock, repo, images }: Platform & { repo: BrandingRepo; images: Images }) {
  return async function changeBranding(siteId: string, changedById: string, input: BrandingInput): Promise<void> {
    const accent = input.accent?.toLowerCase() ?? null;
    if (accent) assertReadable(accent);
    await db.transaction(async (tx) => {
      const before = (await repo.find(siteId, tx))?.logoId ?? null;
      const isKept = input.logo === undefined;
      const logoId = input.logo ? await images.store(tx, { siteId, kind: 'LOGO', dataUrl: input.logo }) : null;
      const texts: BrandingRow['texts'] = {};
      for (const { locale, title, lead, footer } of input.texts)
        texts[locale] = { title: title.trim(), lead: lead.trim(), footer: footer.trim() };
      const row = { siteId, accent, logoId: isKept ? before : logoId, texts, changedById, changedAt: clock.now() };
      await repo.put(tx, row);
      if (before && !isKept) await images.remove(tx, siteId, before);
    });
  };
}
export type ChangeBranding = ReturnType<typeof createChangeBranding>;
