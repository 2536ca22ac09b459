import type { Locale } from '@tandem/domain';
import { stored } from '@tandem/session-client';

/** The console's language: the account's once somebody is signed in, else what was used here last, else the browser's. */
export const chosenLocale = stored<Locale>(
  'tandem.console.locale',
  navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en',
);
