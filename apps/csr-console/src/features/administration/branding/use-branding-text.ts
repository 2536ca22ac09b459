import { LOCALES, type BrandingFont } from '@tandem/domain';
import { useI18n } from 'vue-i18n';
import type { ContentChangesFragment } from '../../../gql/graphql';
import type { ChangePart } from '../history/use-changes';

type BrandingChange = ContentChangesFragment['edges'][number]['node'];

/** What is kept beside what people have chosen: it changes with the font alone. */
const HIDDEN = new Set(['weights']);

/** A part of the texts is named by its language and the word. */
function placeOf(name: string): { word: string; lang?: string } {
  const [locale = '', word] = name.split('.');
  return word && LOCALES.some((each) => each === locale) ? { word, lang: locale } : { word: name };
}

/** A change of the branding in words. */
export function useBrandingText() {
  const { t } = useI18n();

  function labelOf(word: string): string {
    return t(word === 'accent' ? 'branding.colour' : word === 'ownFont' ? 'branding.fontName.OWN' : `branding.${word}`);
  }
  /** Pictures and fonts have no words: only whether there is one. */
  function valueOf(name: string, value: string): string {
    if (name === 'logo' || name === 'ownFont') return t(value ? 'branding.given' : 'settings.blank');
    if (name === 'font') return t(`branding.fontName.${(value || 'SYSTEM') as BrandingFont}`);
    return value || t(name === 'accent' ? 'branding.ownColour' : 'settings.blank');
  }
  function whatChanged(name: string, from: string, to: string): string {
    const values = { from: valueOf(name, from), to: valueOf(name, to) };
    return values.from === values.to ? t('branding.anotherOne') : t('settings.fromTo', values);
  }
  function partOf({ name, from, to }: BrandingChange['parts'][number]): ChangePart {
    const { word, lang } = placeOf(name);
    return { label: labelOf(word), what: whatChanged(name, from, to), ...(lang && { lang }) };
  }
  return {
    partOf,
    partsOf: ({ parts }: BrandingChange): ChangePart[] => parts.filter(({ name }) => !HIDDEN.has(name)).map(partOf),
  };
}
