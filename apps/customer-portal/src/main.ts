import '@tandem/ui/tokens.css';
import '@tandem/ui/base.css';
import './portal.css';
import { createTexts, watchForRenewal } from '@tandem/session-client';
import type { Locale } from '@tandem/domain';
import { createApp, watch } from 'vue';
import App from './App.vue';
import { chosenLocale } from './locale';
import { router } from './router';
import { en } from './texts/en';
import { ko } from './texts/ko';

const i18n = createTexts(chosenLocale.value, { ko, en });
watch(
  chosenLocale,
  (locale: Locale) => {
    (i18n.global.locale as unknown as { value: Locale }).value = locale;
    document.documentElement.lang = locale;
  },
  { immediate: true },
);
watchForRenewal();
createApp(App).use(i18n).use(router).mount('#app');
