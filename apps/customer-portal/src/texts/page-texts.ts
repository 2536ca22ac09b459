import type { Locale } from '@tandem/domain';
import { createTextsOf } from '@tandem/session-client';
import { chosenLocale } from '../locale';
import { LANGUAGES } from './languages';

interface Composer {
  locale: { value: Locale };
  mergeLocaleMessage(locale: Locale, texts: object): void;
}
type Part = keyof typeof LANGUAGES;

export const i18n = createTextsOf(chosenLocale.value, {});
const composer = (i18n as unknown as { global: Composer }).global;
const wanted = new Set<Part>(['page']);
const there = new Set<string>();

async function add(part: Part, locale: Locale): Promise<void> {
  const key = `${part} ${locale}`;
  if (there.has(key)) return;
  const texts = await LANGUAGES[part][locale]();
  there.add(key);
  composer.mergeLocaleMessage(locale, texts);
}

/** Says everything in the chosen language, as soon as its texts are there; without the line the page stays as it is. */
export async function showLanguage(locale: Locale): Promise<void> {
  await Promise.all([...wanted].map((part) => add(part, locale)));
  if (chosenLocale.value !== locale) return; // another one was chosen meanwhile
  composer.locale.value = locale;
  document.documentElement.lang = locale;
}

/** What a session says, before its page is shown. */
export async function loadSessionTexts(): Promise<void> {
  wanted.add('session');
  await add('session', chosenLocale.value);
}
