import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { Csr } from '../../e2e/actors/csr.js';
import { Customer } from '../../e2e/actors/customer.js';
import { launch, newPerson } from '../../e2e/harness/browser.js';
import { showOnDisplay } from '../../e2e/harness/display.js';
import { markMoments, momentsOf, watchFirstFrame, type Moments } from './parts/moments.js';
import { startSite, type Site } from './parts/site.js';
import { median, printTable, type Row } from './parts/table.js';
import type { Options } from './parts/options.js';

const TIMES = { whole: 4, small: 1 };
/** In the order in which they happen; the time that a person needs is not counted. */
const PARTS = [
  'link opened → page usable',
  'Join pressed → in the session',
  'in the session → media live',
  'CSR asks → question at the customer',
  'yes → button for the picker',
  'picker opened → screen chosen (by itself)',
  'screen chosen → first picture at the CSR',
] as const;
/** Beside the last part: the media server has reported the picture, and the customer's page has been notified. */
const LIVE = 'screen chosen → LIVE, as the customer is told';
type Times = Record<(typeof PARTS)[number] | typeof LIVE, number>;

async function timeJoin(csr: Csr, context: BrowserContext, origin: string): Promise<Times> {
  const number = await csr.startSession();
  const page = await context.newPage();
  const opened = Date.now();
  await page.goto(`${origin}/j/${number}`);
  await page.getByRole('button', { name: 'Join' }).click();
  const customer = new Customer(page);
  await customer.isInRoom();
  await csr.seesCustomer('Customer');
  await page.locator('.controls').getByRole('button', { name: 'Talk' }).and(page.locator(':not([disabled])')).waitFor();
  await sleep(1000); // both pages are idle
  const asked = Date.now();
  await csr.press('requestViewDesktop');
  await watchFirstFrame(csr.page);
  await customer.allow();
  await customer.pick();
  const firstFrame = await csr.page.evaluate(() => window.benchFirstFrame);
  await page.locator('.strip.seen').waitFor();
  const at = await momentsOf(page);
  await finish(csr, page);
  return toTimes({ opened, asked, firstFrame, at });
}

function toTimes({
  opened,
  asked,
  firstFrame,
  at,
}: {
  opened: number;
  asked: number;
  firstFrame: number;
  at: Moments;
}): Times {
  return {
    'link opened → page usable': at['shown Join']! - opened,
    'Join pressed → in the session': at['room']! - at['pressed Join']!,
    'in the session → media live': at['live']! - at['room']!,
    'CSR asks → question at the customer': at['shown Allow']! - asked,
    'yes → button for the picker': at['shown Choose now']! - at['pressed Allow']!,
    'picker opened → screen chosen (by itself)': at['captured']! - at['picker']!,
    'screen chosen → first picture at the CSR': firstFrame - at['captured']!,
    [LIVE]: at['seen']! - at['captured']!,
  };
}

async function finish(csr: Csr, page: Page): Promise<void> {
  await csr.openTab('Session');
  await csr.end();
  await page.close();
}

/** A browser with a new profile, then the same one again. */
async function timeBoth(csr: Csr, site: Site): Promise<{ cold: Times; warm: Times }> {
  const browser = await launch();
  try {
    const context = await newPerson(browser);
    await markMoments(context);
    const cold = await timeJoin(csr, context, site.origin);
    return { cold, warm: await timeJoin(csr, context, site.origin) };
  } finally {
    await browser.close();
  }
}

const YES = PARTS.slice(4);
const UNTIL_LIVE = [...PARTS.slice(4, -1), LIVE] as const;
const total = (times: Times, parts: readonly (keyof Times)[]) => parts.reduce((sum, part) => sum + times[part], 0);

function toRows(cold: Times[], warm: Times[]): Row[] {
  const row = (what: string, of: (times: Times) => number): Row => {
    const [first, again] = [median(cold.map(of)), median(warm.map(of))];
    return { part: what, 'cold p50 ms': first, 'again p50 ms': again, ratio: first / again };
  };
  return [
    ...PARTS.map((part) => row(part, (times) => times[part])),
    row('customer’s yes → first picture, without hands', (times) => total(times, YES)),
    row(LIVE, (times) => times[LIVE]),
    row('customer’s yes → LIVE, without hands', (times) => total(times, UNTIL_LIVE)),
    row('link opened → first picture, without hands', (times) => total(times, PARTS)),
  ];
}

async function timeAll(csrBrowser: Browser, site: Site, times: number): Promise<Row[]> {
  const csr = await Csr.signIn(await newPerson(csrBrowser), site.origin, site);
  const cold: Times[] = [];
  const warm: Times[] = [];
  for (let i = 0; i < times; i++) {
    const both = await timeBoth(csr, site);
    cold.push(both.cold);
    warm.push(both.warm);
  }
  return toRows(cold, warm);
}

/** From the link to the first remote picture, by part. */
export async function measureJoin({ size }: Options): Promise<void> {
  const site = await startSite();
  await showOnDisplay('4207');
  const browser = await launch();
  try {
    const rows = await timeAll(browser, site, TIMES[size]);
    printTable(`join: from the link to the customer’s screen at the CSR (baseline: the same browser again)`, rows, [
      `${TIMES[size]} browsers with new profiles; aim: below 1000 ms from the customer’s yes to the first picture`,
      'without hands: the time in which a person reads and moves the mouse is not counted',
    ]);
  } finally {
    await browser.close();
    await site.stop();
  }
}
