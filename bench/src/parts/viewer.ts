import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { SPOTS, type SourceWindow, type Spot } from '../../../e2e/harness/source-window.js';

declare global {
  interface Window {
    benchChanged: Promise<number>;
  }
}

/** Watches for the frame in which the spot of a video changes between dark and light, from now on. */
const watchForChange = (page: Page, video: string, spot: Spot): Promise<void> =>
  page.evaluate(
    ({ selector, at }) => {
      const element = document.querySelector<HTMLVideoElement>(selector)!;
      const canvas = new OffscreenCanvas(at.width, at.height);
      const context = canvas.getContext('2d', { willReadFrequently: true })!;
      const isDark = () => {
        context.drawImage(element, at.x, at.y, at.width, at.height, 0, 0, at.width, at.height);
        return context.getImageData(at.width >> 1, at.height >> 1, 1, 1).data[0]! < 128;
      };
      const before = isDark();
      window.benchChanged = new Promise((resolve) => {
        const check = () =>
          isDark() === before
            ? element.requestVideoFrameCallback(check)
            : resolve(performance.timeOrigin + performance.now());
        element.requestVideoFrameCallback(check);
      });
    },
    { selector: video, at: SPOTS[spot] },
  );

/** A change that isn't visible within this time counts as lost. */
const MISSED_MS = 4000;

/**
 * @returns milliseconds from the click in the window to the frame in the viewer's page that shows it; null when none
 * did
 */
export async function timePixel(source: SourceWindow, viewer: Page, video: string, spot: Spot): Promise<number | null> {
  await watchForChange(viewer, video, spot);
  const pressed = await source.press(spot);
  const late = sleep(MISSED_MS, null, { ref: false });
  const seen = await Promise.race([viewer.evaluate(() => window.benchChanged), late]);
  return seen && seen - pressed;
}
