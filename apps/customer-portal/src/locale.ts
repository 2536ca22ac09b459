import type { Locale } from '@tandem/domain';
import { readKept, stored } from '@tandem/session-client';

const fromBrowser = (): Locale => (navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en');

/** The page's language: chosen here, else the invitation's, else the browser's. */
export const chosenLocale = stored<Locale>('tandem.locale', fromBrowser());
export const hasChosenLocale = (): boolean => readKept('tandem.locale') !== null;
