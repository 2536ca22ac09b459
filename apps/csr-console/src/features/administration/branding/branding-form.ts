import { LOCALES, type Locale } from '@tandem/domain';

export interface JoinWords {
  title: string;
  lead: string;
  help: string;
  footer: string;
  privacyUrl: string;
}
/** Flat, with the names of the parts as in the history of changes. */
export type BrandingForm = Record<string, string | null>;

const WORDS = ['title', 'lead', 'help', 'footer', 'privacyUrl'] as const satisfies (keyof JoinWords)[];

interface Shown {
  accent: string;
  /** A path, or the data of a new one. */
  logo: string | null;
  font: string;
  texts: readonly (JoinWords & { locale: Locale })[];
}
export function toBrandingForm({ accent, logo, font, texts }: Shown): BrandingForm {
  const words = LOCALES.flatMap((locale) => {
    const own = texts.find((each) => each.locale === locale);
    return WORDS.map((word) => [`${locale}.${word}`, own?.[word] ?? ''] as const);
  });
  return { accent, logo, font, ...Object.fromEntries(words) };
}

export const wordsIn = (form: BrandingForm): Record<Locale, JoinWords> =>
  Object.fromEntries(
    LOCALES.map((locale) => [locale, Object.fromEntries(WORDS.map((word) => [word, form[`${locale}.${word}`] ?? '']))]),
  ) as unknown as Record<Locale, JoinWords>;
