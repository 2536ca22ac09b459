import type { Page } from '@playwright/test';

export type Language = 'ko' | 'en';
type Scheme = 'light' | 'dark';
export type Size = 'desktop' | 'phone';

/** One way to look at a page: its language is the page's own doing, colours and width are the browser's. */
export interface Look {
  language: Language;
  scheme: Scheme;
  size: Size;
}

/** Four walks through every screen; the two of one language share what must be clicked to get there. */
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
  // a frame in which the page hears of it, then as many as its colours need to arrive, however short their way is
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let frames = 0; frames < 2 || (frames < 20 && document.getAnimations().length > 0); frames++) await frame();
  });
}
