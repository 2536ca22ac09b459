import type { Page } from '@playwright/test';
import type { SourceWindow } from './source-window.js';

/**
 * What a video shows now, as brightness, one byte a pixel: in its own size, or in the size in which it is displayed.
 */
export const grabFrame = (page: Page, video: string, size?: Size): Promise<Buffer> =>
  grab(page, { video, ...(size && { size }) });

/** What the window itself shows, as brightness. */
export async function grabSource({ page }: SourceWindow): Promise<Buffer> {
  return grab(page, { png: (await page.screenshot()).toString('base64') });
}

interface Size {
  width: number;
  height: number;
}
type Picture = { size?: Size } & ({ video: string; png?: undefined } | { png: string; video?: undefined });

async function grab(page: Page, picture: Picture): Promise<Buffer> {
  return Buffer.from(await page.evaluate(readBrightness, picture), 'base64');
}

/** Runs in a page. @returns the bytes in base64 */
async function readBrightness({ video, png, size }: Picture): Promise<string> {
  const decode = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const image =
    png === undefined
      ? await createImageBitmap(document.querySelector<HTMLVideoElement>(video)!)
      : await createImageBitmap(new Blob([decode(png)], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(size?.width ?? image.width, size?.height ?? image.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let text = '';
  for (let i = 0; i < data.length; i += 4)
    text += String.fromCharCode(0.2126 * data[i]! + 0.7152 * data[i + 1]! + 0.0722 * data[i + 2]!);
  return btoa(text);
}
