import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import '@tandem/ui/tokens.css';
import '@tandem/ui/base.css';
import './console.css';
import type { Locale } from '@tandem/domain';
import { createTexts, forgetOldSessions, watchForUpgrade } from '@tandem/session-client';
import { keepFocus } from '@tandem/ui';
import { createApp, watch } from 'vue';
import App from './App.vue';
import { chosenLocale } from './locale';
import { router } from './router';
import { en, ko } from './texts';

const i18n = createTexts(chosenLocale.value, { ko, en });
watch(
  chosenLocale,
  (locale: Locale) => {
    (i18n.global.locale as unknown as { value: Locale }).value = locale;
    document.documentElement.lang = locale;
  },
  { immediate: true },
);
watchForUpgrade();
forgetOldSessions();
keepFocus();
createApp(App).use(i18n).use(router).mount('#app');
