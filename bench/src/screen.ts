import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { Csr } from '../../e2e/actors/csr.js';
import { Customer } from '../../e2e/actors/customer.js';
import { launch, newPerson } from '../../e2e/harness/browser.js';
import { grabFrame, grabSource } from '../../e2e/harness/grab.js';
import { SCREEN } from '../../e2e/harness/display.js';
import { sharePlainly } from './parts/peer-to-peer.js';
import { startSite, type Site } from './parts/site.js';
import { openSourceWindow, type SourceWindow, type Spot } from '../../e2e/harness/source-window.js';
import { ssim } from '../../e2e/harness/ssim.js';
import { median, percentile, printTable, type Row } from './parts/table.js';
import { timePixel } from './parts/viewer.js';
import type { Size, Options } from './parts/options.js';

const SIZES = {
  whole: { rounds: 2, presses: 15, texts: 2, settleMs: 3000 },
  small: { rounds: 1, presses: 1, texts: 1, settleMs: 500 },
};
type Amount = (typeof SIZES)[Size];

interface Shown {
  viewer: Page;
  video: string;
  stop(): Promise<void>;
}
interface Figures {
  click: number[];
  key: number[];
  textAt1: number[];
  textAt3: number[];
}
const noFigures = (): Figures => ({ click: [], key: [], textAt1: [], textAt3: [] });

async function timePresses(
  source: SourceWindow,
  { viewer, video }: Shown,
  spot: Spot,
  presses: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < presses; i++) {
    await sleep(200 + Math.random() * 100); // at a random moment between two frames
    const time = await timePixel(source, viewer, video, spot);
    if (time === null) console.error(`press ${i + 1} of ${spot} was not seen in ${video}`);
    else times.push(time);
  }
  return times;
}

/** How sharp a page of text is, one second and three seconds after it is shown. */
export async function sharpnessOf(
  source: SourceWindow,
  { viewer, video }: Pick<Shown, 'viewer' | 'video'>,
  seed: number,
): Promise<[number, number]> {
  await source.showText(seed);
  await sleep(1000);
  const first = await grabFrame(viewer, video);
  await sleep(2000);
  const later = await grabFrame(viewer, video);
  const truth = await grabSource(source);
  if (later.length !== truth.length)
    throw new Error(`the picture has ${later.length} pixels, the screen ${truth.length}`);
  return [first, later].map((frame) => ssim(frame, truth, SCREEN.width)) as [number, number];
}

async function measureShown(
  source: SourceWindow,
  shown: Shown,
  figures: Figures,
  { round, presses, texts, settleMs }: Amount & { round: number },
): Promise<void> {
  console.error(`  … round ${round + 1}, ${shown.video}`);
  await source.showSpots();
  await sleep(settleMs);
  figures.click.push(...(await timePresses(source, shown, 'click', presses)));
  figures.key.push(...(await timePresses(source, shown, 'key', presses)));
  for (let i = 0; i < texts; i++) {
    const [at1, at3] = await sharpnessOf(source, shown, round * texts + i + 1);
    figures.textAt1.push(at1);
    figures.textAt3.push(at3);
  }
  await shown.stop();
}

async function shareByTandem(csr: Csr, customer: Customer): Promise<Shown> {
  await csr.press('requestViewDesktop');
  await customer.allow();
  await customer.pick();
  const video = 'video[data-testid=screen]';
  await csr.page.waitForFunction(
    (selector) => (document.querySelector<HTMLVideoElement>(selector)?.videoWidth ?? 0) > 0,
    video,
  );
  const stop = async () => {
    await customer.strip.getByRole('button', { name: 'Stop' }).click();
    await csr.screen.waitFor({ state: 'detached' });
  };
  return { viewer: csr.page, video, stop };
}

async function measureBoth(
  site: Site,
  source: SourceWindow,
  people: BrowserContext[],
  amount: Amount,
): Promise<{ plain: Figures; tandem: Figures }> {
  const [csrs, customers] = people as [BrowserContext, BrowserContext];
  const csr = await Csr.signIn(csrs, site.origin, site);
  const customer = await Customer.join(customers, site.origin, await csr.startSession());
  await csr.seesCustomer('Park Jihun');
  const [plain, tandem] = [noFigures(), noFigures()];
  for (let round = 0; round < amount.rounds; round++) {
    await measureShown(source, await sharePlainly(customers, csrs, site.origin), plain, { ...amount, round });
    await csr.page.bringToFront();
    await customer.page.bringToFront();
    await measureShown(source, await shareByTandem(csr, customer), tandem, { ...amount, round });
  }
  return { plain, tandem };
}

function toRows({ plain, tandem }: { plain: Figures; tandem: Figures }): Row[] {
  const row = (what: string, of: (figures: Figures) => number): Row => {
    const [ours, theirs] = [of(tandem), of(plain)];
    return { what, Tandem: ours, 'peer to peer': theirs, ratio: ours / theirs };
  };
  return [
    row('click → pixel p50 ms', ({ click }) => median(click)),
    row('click → pixel p95 ms', ({ click }) => percentile(click, 0.95)),
    row('key → pixel p50 ms', ({ key }) => median(key)),
    row('key → pixel p95 ms', ({ key }) => percentile(key, 0.95)),
    row('text after 1 s, SSIM', ({ textAt1 }) => median(textAt1)),
    row('text after 3 s, SSIM', ({ textAt3 }) => median(textAt3)),
    row('text after 3 s, worst SSIM', ({ textAt3 }) => Math.min(...textAt3)),
  ];
}

/** A desktop of 1920 x 1080 as the CSR sees it, compared with the same desktop without Tandem. */
export async function measureScreen({ size }: Options): Promise<void> {
  const { rounds, presses, texts } = SIZES[size];
  const site = await startSite();
  const source = await openSourceWindow();
  const browsers = [await launch(), await launch()];
  try {
    const people = await Promise.all(browsers.map((browser) => newPerson(browser)));
    const rows = toRows(await measureBoth(site, source, people, SIZES[size]));
    printTable('screen: a shared desktop of 1080p at the CSR (baseline: plain peer to peer, the same run)', rows, [
      `${rounds * presses} presses and ${rounds * texts} pages of text each, in turns; aims: ratio of times at most 1.15, SSIM 0.99 or more`,
    ]);
  } finally {
    for (const browser of browsers) await browser.close();
    await source.close();
    await site.stop();
  }
}
