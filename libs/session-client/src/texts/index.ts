import type { Locale } from '@tandem/domain';
import { createI18n, type I18n } from 'vue-i18n';
import { en } from './en';
import { ko } from './ko';

/**
 * The page's texts in both languages. A missing key throws in development and in tests; in production the key itself is shown,
 * which is better than an empty button.
 */
export const createTexts = <Own extends object>(locale: Locale, own: { ko: Own; en: Own }): I18n =>
  createTextsOf(locale, { ko: { ...ko, ...own.ko }, en: { ...en, ...own.en } });

/** The same with the languages that are loaded already; others are added when they are chosen. */
export function createTextsOf(locale: Locale, messages: Partial<Record<Locale, object>>): I18n {
  return createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'en',
    fallbackWarn: false,
    messages: messages as never,
    missing: (_locale, key) => {
      // eslint-disable-next-line no-console -- a missing text is a bug, to be found in the browser's console
      console.error(`no text for ${key}`);
      return key;
    },
  });
}
