import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { Csr } from '../../e2e/actors/csr.js';
import { Customer } from '../../e2e/actors/customer.js';
import { launch, newPerson } from '../../e2e/harness/browser.js';
import { cpuSeconds } from './parts/cpu.js';
import { startSite, type Site } from './parts/site.js';
import { openSourceWindow, type SourceWindow } from '../../e2e/harness/source-window.js';
import { printTable, type Row } from './parts/table.js';
import type { Size, Options } from './parts/options.js';

const SIZES = {
  whole: { more: 3, seconds: 8, settleMs: 3000 },
  small: { more: 1, seconds: 1, settleMs: 500 },
};
/** How often the desktop shows another page of text. */
const TURN_MS = 500;

declare global {
  interface Window {
    benchFrames: number;
  }
}

/** Bytes sent over the loopback interface so far: all media of this machine use it. */
function loopbackBytes(): number {
  const line = readFileSync('/proc/net/dev', 'utf8').match(/^\s*lo:\s*(\d+)/m);
  return Number(line![1]);
}

const countFrames = (page: Page, video: string) =>
  page.evaluate((selector) => {
    const element = document.querySelector<HTMLVideoElement>(selector)!;
    window.benchFrames = 0;
    const count = () => {
      window.benchFrames++;
      element.requestVideoFrameCallback(count);
    };
    element.requestVideoFrameCallback(count);
  }, video);

/** Another viewer of the desktop: an outside expert gets the same media as an assistant, and needs no account. */
async function addWatcher(csr: Csr, browser: Awaited<ReturnType<typeof launch>>, index: number): Promise<void> {
  await csr.press('invite');
  await csr.page.getByText('An outside expert').click();
  await csr.page.getByLabel('Name', { exact: true }).fill(`Watcher ${index}`);
  await csr.page.getByRole('button', { name: 'Create link' }).click();
  const link = await csr.page.getByTestId('expert-link').innerText();
  await csr.page.getByRole('button', { name: 'Close' }).click();
  const page = await (await newPerson(browser)).newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Join the session' }).click();
  await page.waitForFunction(
    () => (document.querySelector<HTMLVideoElement>('video[data-testid=shown-screen]')?.videoWidth ?? 0) > 0,
  );
}

interface Scene {
  site: Site;
  source: SourceWindow;
  csr: Page;
}

async function measureFor({ site, source, csr }: Scene, count: number, size: Size): Promise<Row> {
  await sleep(SIZES[size].settleMs);
  const cpuOf = (part: 'livekit' | 'api') => site.pidsOf(part).reduce((sum, pid) => sum + cpuSeconds(pid), 0);
  await csr.evaluate(() => void (window.benchFrames = 0));
  const before = { livekit: cpuOf('livekit'), api: cpuOf('api'), bytes: loopbackBytes() };
  const began = performance.now();
  for (let turn = 1; performance.now() - began < SIZES[size].seconds * 1000; turn++) {
    await source.showText(count * 1000 + turn);
    await sleep(TURN_MS);
  }
  const seconds = (performance.now() - began) / 1000;
  return {
    'who see it': count + 1,
    'media server CPU %': ((cpuOf('livekit') - before.livekit) / seconds) * 100,
    'API CPU %': ((cpuOf('api') - before.api) / seconds) * 100,
    'all media Mbit/s': ((loopbackBytes() - before.bytes) * 8) / seconds / 1e6,
    'frames/s at the CSR': (await csr.evaluate(() => window.benchFrames)) / seconds,
  };
}

/** The cost of one more viewer of the customer's desktop. */
export async function measureWatchers({ size }: Options): Promise<void> {
  const { more, seconds } = SIZES[size];
  const site = await startSite();
  const source = await openSourceWindow();
  const browser = await launch();
  try {
    const csr = await Csr.signIn(await newPerson(browser), site.origin, site);
    const customer = await Customer.join(await newPerson(browser), site.origin, await csr.startSession());
    await csr.seesCustomer('Park Jihun');
    await csr.press('requestViewDesktop');
    await customer.allow();
    await customer.pick();
    const video = 'video[data-testid=screen]';
    await csr.page.waitForFunction(
      (selector) => (document.querySelector<HTMLVideoElement>(selector)?.videoWidth ?? 0) > 0,
      video,
    );
    await countFrames(csr.page, video);
    const rows: Row[] = [];
    for (let count = 0; count <= more; count++) {
      if (count) await addWatcher(csr, browser, count);
      rows.push(await measureFor({ site, source, csr: csr.page }, count, size));
    }
    const ratio = (row: Row, column: string) => Number(row[column]) / Number(rows[0]![column]);
    printTable(
      'watchers: a shared desktop of 1080p and one more who sees it (baseline: the CSR alone)',
      rows.map((row) => ({
        ...row,
        'media server ratio': ratio(row, 'media server CPU %'),
        'Mbit/s ratio': ratio(row, 'all media Mbit/s'),
      })),
      [
        `another page of text every ${TURN_MS / 1000} s, for ${seconds} s each; all browsers share the machine with the servers`,
      ],
    );
  } finally {
    await browser.close();
    await source.close();
    await site.stop();
  }
}
