import { LOCALES, type BrandingFont, type BrandingWords } from '@tandem/domain';
import type { Content } from '../../site/history/index.js';
import type { BrandingRow } from './branding.repo.js';

export type BrandingState = Omit<BrandingRow, 'siteId' | 'changedById' | 'changedAt'>;
export const AS_IT_COMES: BrandingState = {
  accent: null,
  logoId: null,
  font: 'SYSTEM',
  fontId: null,
  fontWeights: null,
  texts: {},
};
const WORDS = ['title', 'lead', 'help', 'footer', 'privacyUrl'] as const satisfies (keyof BrandingWords)[];

/** A branding as its history stores it: images and fonts by id. */
export function toContent({ accent, logoId, font, fontId, fontWeights, texts }: BrandingState): Content {
  const words = LOCALES.flatMap((locale) =>
    WORDS.map((word) => [`${locale}.${word}`, texts[locale]?.[word] ?? null] as const),
  );
  const chosen = font === 'SYSTEM' ? null : font;
  return { accent, logo: logoId, font: chosen, ownFont: fontId, weights: fontWeights, ...Object.fromEntries(words) };
}

export function fromContent(content: Content): BrandingState {
  const text = (name: string) => (content[name] as string | null | undefined) || null;
  const wordsOf = (locale: string) => Object.fromEntries(WORDS.map((word) => [word, text(`${locale}.${word}`) ?? '']));
  return {
    accent: text('accent'),
    logoId: text('logo'),
    font: (text('font') as BrandingFont | null) ?? 'SYSTEM',
    fontId: text('ownFont'),
    fontWeights: text('weights'),
    texts: Object.fromEntries(LOCALES.map((locale) => [locale, wordsOf(locale)])),
  };
}
