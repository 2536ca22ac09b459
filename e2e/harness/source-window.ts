import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { executable } from './browser.js';
import { SCREEN } from './display.js';
import { within } from '../../tools/test/patience.mjs';

declare global {
  interface Window {
    benchPressed: number;
  }
}

/** Where a click and a key press become visible, in pixels of the screen: a large field, and the place of a letter. */
export const SPOTS = {
  click: { x: 200, y: 200, width: 600, height: 500 },
  key: { x: 1200, y: 400, width: 9, height: 18 },
} as const;
export type Spot = keyof typeof SPOTS;

/** A window over the whole display, of a program that is not part of Tandem. */
export interface SourceWindow {
  page: Page;
  /**
   * Clicks or types; the spot changes between light and dark. @returns when the window received it, in ms since 1970
   */
  press(spot: Spot): Promise<number>;
  showSpots(): Promise<void>;
  /** A dense page of text, different for every seed; letters of 13 pixels unless a size is given. */
  showText(seed: number, pixels?: number): Promise<void>;
  /** A picture of many colours that moves like a film. */
  showFilm(): Promise<void>;
  /** A new page of text every half second, until the returned function is called. */
  keepChanging(): () => Promise<void>;
  close(): Promise<void>;
}

const CHANGE_EVERY = 500;

export async function openSourceWindow(): Promise<SourceWindow> {
  const command = executable();
  const browser = await chromium.launch({
    ...(command && { executablePath: command }),
    headless: false,
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: null });
  await page.setContent('<title>source</title><body></body>');
  await fillScreen(page);
  return {
    page,
    async press(spot) {
      if (spot === 'click') await page.mouse.click(SPOTS.click.x + 100, SPOTS.click.y + 100);
      else await page.keyboard.press('a');
      return page.evaluate(() => window.benchPressed);
    },
    showSpots: () => page.evaluate(drawSpots, SPOTS),
    showText: (seed, pixels = 13) => page.evaluate(drawText, { seed, pixels }),
    showFilm: () => page.evaluate(playFilm),
    keepChanging() {
      let isOver = false;
      const changing = (async () => {
        for (let seed = 1000; !isOver; seed++) {
          await page.evaluate(drawText, { seed, pixels: 13 });
          await sleep(CHANGE_EVERY);
        }
      })();
      return () => {
        isOver = true;
        return changing;
      };
    },
    close: () => browser.close(),
  };
}

async function fillScreen(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const { windowId } = await cdp.send('Browser.getWindowForTarget');
  await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'fullscreen' } });
  await page.waitForFunction(
    ({ width, height }) => innerWidth === width && innerHeight === height && screenX === 0 && screenY === 0,
    SCREEN,
    { timeout: within(10_000) },
  );
}

function drawSpots(spots: typeof SPOTS): void {
  document.body.replaceChildren();
  Object.assign(document.body.style, { margin: '0', background: '#fff', overflow: 'hidden' });
  const put = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => {
    const spot = document.body.appendChild(document.createElement('div'));
    const size = { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
    Object.assign(spot.style, { position: 'fixed', background: '#fff', ...size });
    return spot;
  };
  const turn = (spot: HTMLElement) => {
    window.benchPressed = performance.timeOrigin + performance.now();
    spot.style.background = spot.style.background === 'rgb(0, 0, 0)' ? '#fff' : '#000';
  };
  const [field, letter] = [put(spots.click), put(spots.key)];
  document.onmousedown = () => turn(field);
  document.onkeydown = () => turn(letter);
}

function drawText({ seed, pixels }: { seed: number; pixels: number }): void {
  let state = seed * 2_654_435_761;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  const word = () => Array.from({ length: 2 + next(8) }, () => String.fromCharCode(97 + next(26))).join('');
  const text = document.createElement('pre');
  text.textContent = Array.from({ length: 80 }, () => Array.from({ length: 60 }, word).join(' ')).join('\n');
  Object.assign(text.style, { margin: '8px', font: `${pixels}px/${pixels + 3}px monospace`, color: '#222' });
  document.body.replaceChildren(text);
}

/** Moving coloured spots over a moving pattern. Drawing another page ends it. */
function playFilm(): void {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: innerWidth / 2, height: innerHeight / 2 });
  Object.assign(canvas.style, { width: '100vw', height: '100vh', display: 'block' });
  document.body.replaceChildren(canvas);
  const context = canvas.getContext('2d', { alpha: false })!;
  const play = (at: number) => {
    const { width, height } = canvas;
    for (let x = -80; x < width; x += 40) {
      context.fillStyle = `hsl(${(x * 3 + at / 40) % 360} 40% 70%)`;
      context.fillRect(x + ((at / 8) % 80), 0, 41, height);
    }
    for (let blot = 0; blot < 12; blot++) {
      const turn = at / 900 + blot;
      context.fillStyle = `hsl(${blot * 30} 80% 45%)`;
      context.beginPath();
      context.arc(width / 2 + Math.cos(turn) * blot * 32, height / 2 + Math.sin(turn * 1.3) * 180, 46, 0, 7);
      context.fill();
    }
    if (canvas.isConnected) requestAnimationFrame(play);
  };
  requestAnimationFrame(play);
}
