import '@tandem/ui/tokens.css';
import '@tandem/ui/base.css';
import './portal.css';
import { forgetOldSessions, watchForUpgrade } from '@tandem/session-client';
import { keepFocus } from '@tandem/ui';
import { createApp, watch } from 'vue';
import App from './App.vue';
import { chosenLocale } from './locale';
import { router } from './router';
import { i18n, showLanguage } from './texts/page-texts';

async function start(): Promise<void> {
  watchForUpgrade();
  forgetOldSessions();
  keepFocus();
  await showLanguage(chosenLocale.value);
  watch(chosenLocale, (locale) => void showLanguage(locale).catch(() => undefined));
  createApp(App).use(i18n).use(router).mount('#app');
}
void start();
