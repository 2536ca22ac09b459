import type { Locale } from '@tandem/domain';

/** One language comes with the page, the other one when somebody chooses it; what a session says comes with the session. */
export const LANGUAGES: Record<'page' | 'session', Record<Locale, () => Promise<object>>> = {
  page: {
    ko: async () => (await import('./texts-ko')).default,
    en: async () => (await import('./texts-en')).default,
  },
  session: {
    ko: async () => (await import('./session-ko')).default,
    en: async () => (await import('./session-en')).default,
  },
};
