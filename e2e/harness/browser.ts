import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from '@playwright/test';
import { installDevices } from './devices.js';
import { keepConnections } from './firefox.js';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function executable(): string | undefined {
  return process.env.CHROMIUM_PATH ?? CANDIDATES.find((file) => existsSync(file));
}

/** Where a browser on another machine runs: see machine.ts. */
export interface Place {
  namespace: string;
  /** Home folder, with the certificate authorities that its user trusts. */
  home: string;
}

/** Chromium as a command inside a network namespace: Playwright talks to it by pipe, pages by the namespace's network. */
function inside({ namespace, home }: Place): string {
  const file = path.join(home, 'chromium');
  const command = `HOME=${home} exec ip netns exec ${namespace} ${executable() ?? 'chromium'} "$@"`;
  writeFileSync(file, `#!/bin/sh\n${command}\n`);
  chmodSync(file, 0o755);
  return file;
}

export interface BrowserOptions {
  /** What the picker selects by itself: the whole screen, or the window with this title. */
  picks?: string;
  place?: Place;
}

/** A real Chromium that captures the real X display; devices come from the page (see devices.ts). */
export function launch({ picks = 'Entire screen', place }: BrowserOptions = {}): Promise<Browser> {
  const command = place ? inside(place) : executable();
  return chromium.launch({
    ...(command && { executablePath: command }),
    headless: true,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--auto-accept-camera-and-microphone-capture',
      '--autoplay-policy=no-user-gesture-required',
      `--auto-select-desktop-capture-source=${picks}`,
    ],
  });
}

export interface PersonOptions {
  locale?: 'en' | 'ko';
  /** Frequency in hertz of the tone that this person's microphone plays. */
  tone?: number;
  /** The browser denies camera and microphone. */
  isRefused?: boolean;
  isPhone?: boolean;
  options?: BrowserContextOptions;
}

const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  userAgent:
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
};

/** One person's browser profile, with its own cookies and devices. */
export async function newPerson(
  browser: Browser,
  { locale = 'en', tone = 440, isRefused = false, isPhone = false, options = {} }: PersonOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: locale === 'ko' ? 'ko-KR' : 'en-US',
    viewport: { width: 1280, height: 800 },
    ignoreHTTPSErrors: true,
    reducedMotion: 'reduce',
    ...(isPhone && PHONE),
    ...options,
  });
  if (browser.browserType().name() === 'firefox') await context.addInitScript(keepConnections);
  else await context.addInitScript(installDevices, { tone, isRefused });
  // phones have no screen capture
  if (isPhone)
    await context.addInitScript(() =>
      Object.defineProperty(MediaDevices.prototype, 'getDisplayMedia', { value: undefined }),
    );
  return context;
}
