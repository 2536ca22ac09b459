import type { Page } from '@playwright/test';

export type Language = 'ko' | 'en';
type Scheme = 'light' | 'dark';
export type Size = 'desktop' | 'phone';

/** One appearance of a page: the page sets the language, the browser sets colours and width. */
export interface Look {
  language: Language;
  scheme: Scheme;
  size: Size;
}

/** Four walks through every screen; the two of one language share the clicks that lead there. */
export const LOOKS: Record<Language, Look[]> = {
  ko: [
    { language: 'ko', scheme: 'light', size: 'desktop' },
    { language: 'ko', scheme: 'dark', size: 'phone' },
  ],
  en: [
    { language: 'en', scheme: 'dark', size: 'desktop' },
    { language: 'en', scheme: 'light', size: 'phone' },
  ],
};

export const SIZES: Record<Size, { width: number; height: number }> = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

export async function takeLook(page: Page, { scheme, size }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.setViewportSize(SIZES[size]);
  // one frame in which the page is notified, then enough frames for its colour transitions to end
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let frames = 0; frames < 2 || (frames < 20 && document.getAnimations().length > 0); frames++) await frame();
  });
}
