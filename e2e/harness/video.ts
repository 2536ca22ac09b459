import type { Locator } from '@playwright/test';
import { readNumber, samplePoints } from './seven-segment.js';

/** Reads the number that a `<video>` shows now. `?` stands for an unreadable digit. */
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

/** Frames that the video has shown so far; a still video does not count on. */
export const framesOf = (video: Locator): Promise<number> =>
  video.evaluate((element: HTMLVideoElement) => element.getVideoPlaybackQuality().totalVideoFrames);

/** The largest distance of a pixel from grey: 0 means no colour, 255 is the maximum. */
export const colourIn = (video: Locator): Promise<number> =>
  video.evaluate((element: HTMLVideoElement) => {
    const canvas = new OffscreenCanvas(160, 90);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    context.drawImage(element, 0, 0, 160, 90);
    const { data } = context.getImageData(0, 0, 160, 90);
    let most = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
      most = Math.max(most, Math.max(red, green, blue) - Math.min(red, green, blue));
    }
    return most;
  });
