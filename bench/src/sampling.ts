import { setTimeout as sleep } from 'node:timers/promises';
import { Csr } from '../../e2e/actors/csr.js';
import { Customer } from '../../e2e/actors/customer.js';
import { launch, newPerson } from '../../e2e/harness/browser.js';
import { SCREEN } from '../../e2e/harness/display.js';
import { grabFrame, grabSource } from '../../e2e/harness/grab.js';
import { openSourceWindow, type SourceWindow } from '../../e2e/harness/source-window.js';
import { ssim } from '../../e2e/harness/ssim.js';
import { startSite, type Site } from './parts/site.js';
import { median, printTable, type Row } from './parts/table.js';

const VIDEO = 'video[data-testid=screen]';
const ROUNDS = 3;
const CHANGING_MS = 8000;
const STANDS_MS = 3000;
type Mode = 'optionStandard' | 'optionSampling';

interface Figures {
  changing: number[];
  still: number[];
  sharpness: number[];
  switching: number[];
}
const noFigures = (): Figures => ({ changing: [], still: [], sharpness: [], switching: [] });

const flowOf = async (csr: Csr) => Number(await csr.page.getByTestId('flow').getAttribute('data-bytes-per-second'));

/** @returns milliseconds from the press to the first frame of the other size */
async function switchTo(csr: Csr, mode: Mode): Promise<number> {
  const width = mode === 'optionSampling' ? SCREEN.width / 2 : SCREEN.width;
  const began = performance.now();
  await csr.press(mode);
  await csr.page.waitForFunction(
    ({ selector, wanted }) => document.querySelector<HTMLVideoElement>(selector)?.videoWidth === wanted,
    { selector: VIDEO, wanted: width },
    { polling: 20 },
  );
  return performance.now() - began;
}

async function measureMode(csr: Csr, source: SourceWindow, figures: Figures, seed: number): Promise<void> {
  const stop = source.keepChanging();
  await sleep(CHANGING_MS);
  figures.changing.push(await flowOf(csr));
  await stop();
  await source.showText(seed);
  await sleep(STANDS_MS);
  figures.sharpness.push(ssim(await grabFrame(csr.page, VIDEO, SCREEN), await grabSource(source), SCREEN.width));
  await sleep(STANDS_MS);
  figures.still.push(await flowOf(csr));
}

async function measure(site: Site, source: SourceWindow): Promise<Record<Mode, Figures>> {
  const browsers = [await launch(), await launch()];
  const figures = { optionStandard: noFigures(), optionSampling: noFigures() };
  try {
    const [csrs, customers] = await Promise.all(browsers.map((browser) => newPerson(browser)));
    const csr = await Csr.signIn(csrs!, site.origin, site);
    const customer = await Customer.join(customers!, site.origin, await csr.startSession());
    await csr.seesCustomer('Park Jihun');
    await csr.press('requestViewDesktop');
    await customer.allow();
    await customer.pick();
    await csr.page.waitForFunction(
      ({ selector, wanted }) => document.querySelector<HTMLVideoElement>(selector)?.videoWidth === wanted,
      { selector: VIDEO, wanted: SCREEN.width },
    );
    for (let round = 0; round < ROUNDS; round++)
      for (const mode of ['optionSampling', 'optionStandard'] as const) {
        figures[mode].switching.push(await switchTo(csr, mode));
        await measureMode(csr, source, figures[mode], round + 1);
      }
  } finally {
    for (const browser of browsers) await browser.close();
  }
  return figures;
}

/** The two session options on one running screen: bytes of a page that changes and of one that stands, and sharpness. */
export async function measureSampling(): Promise<void> {
  const site = await startSite();
  const source = await openSourceWindow();
  try {
    const { optionStandard, optionSampling } = await measure(site, source);
    const row = (what: string, of: (figures: Figures) => number): Row => {
      const [sampling, standard] = [of(optionSampling), of(optionStandard)];
      return { what, sampling, standard, ratio: sampling / standard };
    };
    const rows = [
      row('another page of text every 0.5 s, kB/s', ({ changing }) => median(changing) / 1000),
      row('a page of text that stands, kB/s', ({ still }) => median(still) / 1000),
      row('text after 3 s, SSIM', ({ sharpness }) => median(sharpness)),
      row('press → picture in the other size ms', ({ switching }) => median(switching)),
    ];
    printTable('sampling: the session options on one running screen of 1080p (baseline: standard)', rows, [
      `${ROUNDS} rounds in turns; aims: at most a third of the bytes, a second to switch, nobody asked`,
    ]);
  } finally {
    await source.close();
    await site.stop();
  }
}
