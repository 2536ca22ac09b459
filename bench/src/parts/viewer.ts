import type { Page } from '@playwright/test';
import { SPOTS, type SourceWindow, type Spot } from './source-window.js';

declare global {
  interface Window {
    benchChanged: Promise<number>;
  }
}

/** Watches, from now on, for the frame in which the spot of a video turns dark or light. */
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
        const look = () =>
          isDark() === before
            ? element.requestVideoFrameCallback(look)
            : resolve(performance.timeOrigin + performance.now());
        element.requestVideoFrameCallback(look);
      });
    },
    { selector: video, at: SPOTS[spot] },
  );

/** @returns milliseconds from the press in the window to the frame in the viewer's page that shows it */
export async function timePixel(source: SourceWindow, viewer: Page, video: string, spot: Spot): Promise<number> {
  await watchForChange(viewer, video, spot);
  const pressed = await source.press(spot);
  return (await viewer.evaluate(() => window.benchChanged)) - pressed;
}

/** What a video shows now, as brightness: a byte a pixel. */
export async function grabFrame(page: Page, video: string): Promise<Buffer> {
  const encoded = await page.evaluate((selector) => {
    const element = document.querySelector<HTMLVideoElement>(selector)!;
    const canvas = new OffscreenCanvas(element.videoWidth, element.videoHeight);
    const context = canvas.getContext('2d')!;
    context.drawImage(element, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const light = new Uint8Array(data.length / 4);
    for (let i = 0; i < light.length; i++)
      light[i] = 0.2126 * data[4 * i]! + 0.7152 * data[4 * i + 1]! + 0.0722 * data[4 * i + 2]!;
    let text = '';
    for (let i = 0; i < light.length; i += 0x8000) text += String.fromCharCode(...light.subarray(i, i + 0x8000));
    return btoa(text);
  }, video);
  return Buffer.from(encoded, 'base64');
}

/** What the window itself shows, as brightness. */
export async function grabSource({ page }: SourceWindow): Promise<Buffer> {
  const picture = (await page.screenshot()).toString('base64');
  const encoded = await page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const light = new Uint8Array(data.length / 4);
    for (let i = 0; i < light.length; i++)
      light[i] = 0.2126 * data[4 * i]! + 0.7152 * data[4 * i + 1]! + 0.0722 * data[4 * i + 2]!;
    let text = '';
    for (let i = 0; i < light.length; i += 0x8000) text += String.fromCharCode(...light.subarray(i, i + 0x8000));
    return btoa(text);
  }, picture);
  return Buffer.from(encoded, 'base64');
}
