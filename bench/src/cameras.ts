import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { Csr } from '../../e2e/actors/csr.js';
import { Customer } from '../../e2e/actors/customer.js';
import { launch, newPerson } from '../../e2e/harness/browser.js';
import { openSourceWindow, type SourceWindow } from '../../e2e/harness/source-window.js';
import { startSite } from './parts/site.js';
import { median, printTable, type Row } from './parts/table.js';
import type { Options } from './parts/options.js';
import { sharpnessOf } from './screen.js';

const SIZES = {
  whole: { texts: 6, seconds: 8, settleMs: 4000 },
  small: { texts: 1, seconds: 1, settleMs: 500 },
};
const video = 'video[data-testid=screen]';

/** Bytes over the loopback interface so far: all media of this machine use it. */
const loopbackBytes = () => Number(/^\s*lo:\s*(\d+)/m.exec(readFileSync('/proc/net/dev', 'utf8'))![1]);

/** An outside expert with the right to talk: sends and sees as an assistant does, and needs no account. */
async function addExpert(csr: Csr, browser: Awaited<ReturnType<typeof launch>>): Promise<Customer> {
  await csr.press('invite');
  await csr.page.getByText('An outside expert').click();
  await csr.page.getByLabel('Name', { exact: true }).fill('Dr. Han');
  await csr.page.getByRole('button', { name: 'Create link' }).click();
  const link = await csr.page.getByTestId('expert-link').innerText();
  await csr.page.getByRole('button', { name: 'Close' }).click();
  const expert = new Customer(await (await newPerson(browser)).newPage());
  await expert.page.goto(link);
  await expert.page.getByRole('button', { name: 'Join the session' }).click();
  const line = await csr.openPerson('Dr. Han');
  await line.getByLabel('Talk and chat with the customer').check();
  return expert;
}

async function measureFor(source: SourceWindow, csr: Page, cameras: number, size: Options['size']): Promise<Row> {
  const { texts, seconds, settleMs } = SIZES[size];
  await sleep(settleMs);
  const before = loopbackBytes();
  await sleep(seconds * 1000); // the page of text does not change
  const still = ((loopbackBytes() - before) * 8) / seconds / 1e6;
  const sharp: [number, number][] = [];
  for (let i = 1; i <= texts; i++) sharp.push(await sharpnessOf(source, { viewer: csr, video }, cameras * 100 + i));
  const later = sharp.map(([, at3]) => at3);
  return {
    cameras,
    'text after 1 s, SSIM': median(sharp.map(([at1]) => at1)),
    'text after 3 s, SSIM': median(later),
    'text after 3 s, worst': Math.min(...later),
    'all media of an unchanged screen, Mbit/s': still,
  };
}

/** How sharp the customer's desktop is at the CSR, without cameras and with those of the CSR, the customer and an expert. */
export async function measureCameras({ size }: Options): Promise<void> {
  const site = await startSite();
  const source = await openSourceWindow();
  const browser = await launch();
  try {
    const csr = await Csr.signIn(await newPerson(browser), site.origin, site);
    const customer = await Customer.join(await newPerson(browser), site.origin, await csr.startSession());
    await csr.seesCustomer('Park Jihun');
    const expert = await addExpert(csr, browser);
    await csr.press('requestViewDesktop');
    await customer.allow();
    await customer.pick();
    await csr.page.waitForFunction(
      (selector) => (document.querySelector<HTMLVideoElement>(selector)?.videoWidth ?? 0) > 0,
      video,
    );
    await source.showText(1);
    const rows = [await measureFor(source, csr.page, 0, size)];
    await csr.press('video');
    for (const person of [customer, expert]) await person.turnOn('Turn on camera');
    await csr.page.waitForFunction(
      () =>
        [...document.querySelectorAll<HTMLVideoElement>('.tile video')].filter((v) => v.videoWidth > 0).length === 2,
    );
    rows.push(await measureFor(source, csr.page, 3, size));
    printTable('cameras: a shared desktop of 1080p at the CSR, beside cameras (baseline: none)', rows, [
      `${SIZES[size].texts} pages of text each; the pages receive small pictures, and the largest that they show in its size`,
    ]);
  } finally {
    await browser.close();
    await source.close();
    await site.stop();
  }
}
