import { chromium, type Page } from '@playwright/test';
import { executable } from './browser.js';
import { drawNumber } from './seven-segment.js';

/** Without tabs and toolbars: a capture of the window shows the page alone. */
async function toFullScreen(page: Page): Promise<void> {
  const before = await page.evaluate(() => innerHeight);
  const cdp = await page.context().newCDPSession(page);
  const { windowId } = await cdp.send('Browser.getWindowForTarget');
  await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'fullscreen' } });
  await page.waitForFunction((height) => innerHeight > height && innerHeight === screen.height, before);
}

/** A window of another program on the X display that shows one number. */
export async function openNumberWindow(number: string): Promise<{ title: string; close(): Promise<void> }> {
  const title = `Number ${number}`;
  const command = executable();
  const browser = await chromium.launch({
    ...(command && { executablePath: command }),
    headless: false,
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: null });
  await page.setContent(`<title>${title}</title><body style="margin:0;background:#fff"></body>`);
  await toFullScreen(page);
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const boxes = drawNumber(number, size);
  await page.evaluate((all) => {
    for (const { x, y, width, height } of all) {
      const part = document.body.appendChild(document.createElement('i'));
      Object.assign(part.style, {
        position: 'fixed',
        background: '#000',
        left: `${x}px`,
        top: `${y}px`,
        width: `${width}px`,
        height: `${height}px`,
      });
    }
  }, boxes);
  await page.waitForTimeout(500); // the window manager learns its title
  return { title, close: () => browser.close() };
}
