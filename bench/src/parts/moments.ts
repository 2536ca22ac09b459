import type { BrowserContext, Page } from '@playwright/test';

/** The times, in milliseconds since 1970, at which something was first seen in a page, by name. */
export type Moments = Record<string, number>;

declare global {
  interface Window {
    benchMoments: Moments;
    benchFirstFrame: Promise<number>;
  }
}

/** Pages of this profile record when their buttons appear and are clicked, and when the picker opens and closes. */
export const markMoments = (context: BrowserContext): Promise<unknown> => context.addInitScript(writeMoments);

function writeMoments(): void {
  const moments: Moments = (window.benchMoments = {});
  const now = () => performance.timeOrigin + performance.now();
  const mark = (name: string) => (moments[name] ??= now());
  const nameOf = (button: Element) => button.textContent?.trim() ?? '';
  new MutationObserver(() => {
    for (const button of document.querySelectorAll('button')) mark(`shown ${nameOf(button)}`);
    if (document.querySelector('.room')) mark('room');
    if (document.querySelector('.strip.seen')) mark('seen');
    if (document.querySelector('.controls > button:first-child:not([disabled]):not([aria-disabled="true"])'))
      mark('live');
  }).observe(document, { childList: true, subtree: true, attributes: true });
  addEventListener(
    'click',
    ({ target }) => {
      const button = (target as Element).closest('button');
      if (button) mark(`pressed ${nameOf(button)}`);
    },
    { capture: true },
  );
  const media = navigator.mediaDevices;
  const capture = media.getDisplayMedia.bind(media);
  media.getDisplayMedia = async (options) => {
    mark('picker');
    const stream = await capture(options);
    mark('captured');
    return stream;
  };
}

export const momentsOf = (page: Page): Promise<Moments> => page.evaluate(() => window.benchMoments);

/** Watches for the first frame of the customer's screen from now on. */
export const watchFirstFrame = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.benchFirstFrame = new Promise((resolve) => {
      const check = () => {
        const video = document.querySelector<HTMLVideoElement>('video[data-testid=screen]');
        if (!video) return void requestAnimationFrame(check);
        video.requestVideoFrameCallback(() => resolve(performance.timeOrigin + performance.now()));
      };
      check();
    });
  });
