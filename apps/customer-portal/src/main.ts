import '@tandem/ui/tokens.css';
import '@tandem/ui/base.css';
import './portal.css';
import { createTextsOf, watchForRenewal } from '@tandem/session-client';
import type { Locale } from '@tandem/domain';
import { createApp, watch } from 'vue';
import App from './App.vue';
import { chosenLocale } from './locale';
import { router } from './router';

/** One language comes with the page, the other one when somebody chooses it. */
const LANGUAGES = {
  ko: () => import('./texts/texts-ko'),
  en: () => import('./texts/texts-en'),
} as const;

async function start(): Promise<void> {
  const first = chosenLocale.value;
  const i18n = createTextsOf(first, { [first]: (await LANGUAGES[first]()).default });
  const { global } = i18n as unknown as {
    global: { locale: { value: Locale }; availableLocales: string[]; setLocaleMessage(l: Locale, m: object): void };
  };
  async function show(locale: Locale): Promise<void> {
    if (!global.availableLocales.includes(locale)) {
      const { default: texts } = await LANGUAGES[locale]();
      global.setLocaleMessage(locale, texts);
    }
    if (chosenLocale.value !== locale) return; // another one was chosen meanwhile
    global.locale.value = locale;
    document.documentElement.lang = locale;
  }
  // without the line the page stays in the language that it has
  watch(chosenLocale, (locale) => void show(locale).catch(() => undefined), { immediate: true });
  watchForRenewal();
  createApp(App).use(i18n).use(router).mount('#app');
}
void start();
