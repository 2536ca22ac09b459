import type { Locator } from '@playwright/test';
import { readNumber, samplePoints } from './seven-segment.js';

/** Reads the number that a `<video>` shows now. `?` for what is no digit (yet). */
export async function numberIn(video: Locator, digits = 4): Promise<string> {
  const size = await video.evaluate((element: HTMLVideoElement) => ({
    width: element.videoWidth,
    height: element.videoHeight,
  }));
  if (size.width === 0) return '?'.repeat(digits);
  const points = samplePoints(digits, size);
  const isDark = await video.evaluate((element: HTMLVideoElement, at) => {
    const canvas = new OffscreenCanvas(element.videoWidth, element.videoHeight);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    context.drawImage(element, 0, 0);
    return at.map(({ x, y }) => context.getImageData(x, y, 1, 1).data[0]! < 128);
  }, points);
  return readNumber(isDark);
}

/** Frames that the video has shown so far; standing still, it counts no further. */
export const framesOf = (video: Locator): Promise<number> =>
  video.evaluate((element: HTMLVideoElement) => element.getVideoPlaybackQuality().totalVideoFrames);
