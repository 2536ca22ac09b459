import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { Csr } from '../../e2e/actors/csr.js';
import { Customer } from '../../e2e/actors/customer.js';
import { launch, newPerson } from '../../e2e/harness/browser.js';
import { SCREEN } from '../../e2e/harness/display.js';
import { grabFrame, grabSource } from '../../e2e/harness/grab.js';
import { openSourceWindow, type SourceWindow } from '../../e2e/harness/source-window.js';
import { ssim } from '../../e2e/harness/ssim.js';
import { framesOf } from '../../e2e/harness/video.js';
import { startSite, type Site } from './parts/site.js';
import { median, printTable, type Row } from './parts/table.js';
import type { Size, Options } from './parts/options.js';

const MODES = ['STANDARD', 'BALANCED', 'MOTION', 'SAMPLING', 'SAMPLING_GREY'] as const;
type Mode = (typeof MODES)[number];
const SIZES = {
  whole: { modes: MODES as readonly Mode[], rounds: 2, switches: 7, changingMs: 6000, filmMs: 4000, standsMs: 3000 },
  small: {
    modes: ['STANDARD'] as readonly Mode[],
    rounds: 1,
    switches: 1,
    changingMs: 500,
    filmMs: 500,
    standsMs: 500,
  },
};
type Amount = (typeof SIZES)[Size];
const SCALES: Record<Mode, number> = { STANDARD: 1, BALANCED: 1.5, MOTION: 1, SAMPLING: 2, SAMPLING_GREY: 2 };
const isSampling = (mode: Mode) => mode.startsWith('SAMPLING');

const VIDEO = 'video[data-testid=screen]';
const SHARP = 0.97;

interface Figures {
  changing: number[];
  still: number[];
  film: number[];
  sharpness: number[];
}
interface Measured {
  modes: Record<Mode, Figures>;
  toSampling: number[];
  toStandard: number[];
  untilSharp: number[];
}
const noFigures = (): Figures => ({ changing: [], still: [], film: [], sharpness: [] });

const flowOf = async (csr: Csr) => Number(await csr.page.getByTestId('flow').getAttribute('data-bytes-per-second'));
const widthIs = (page: Page, wanted: number) =>
  page.waitForFunction(
    ({ selector, width }) => document.querySelector<HTMLVideoElement>(selector)?.videoWidth === width,
    { selector: VIDEO, width: wanted },
    { polling: 20 },
  );
const sharpnessOf = async (csr: Csr, source: SourceWindow) =>
  ssim(await grabFrame(csr.page, VIDEO, SCREEN), await grabSource(source), SCREEN.width);

/** @returns milliseconds from the click to the first frame of the other size */
async function pressOption(csr: Csr, option: 'optionStandard' | 'optionSampling'): Promise<number> {
  const began = performance.now();
  await csr.press(option);
  await widthIs(csr.page, option === 'optionSampling' ? SCREEN.width / 2 : SCREEN.width);
  return performance.now() - began;
}

async function measureMode(
  csr: Csr,
  source: SourceWindow,
  figures: Figures,
  { seed, changingMs, filmMs, standsMs }: Amount & { seed: number },
): Promise<void> {
  const stop = source.keepChanging();
  await sleep(changingMs);
  figures.changing.push(await flowOf(csr));
  await stop();
  await source.showFilm();
  await sleep(1000);
  const before = await framesOf(csr.screen);
  await sleep(filmMs);
  figures.film.push((((await framesOf(csr.screen)) - before) * 1000) / filmMs);
  await source.showText(seed);
  await sleep(standsMs);
  figures.sharpness.push(await sharpnessOf(csr, source));
  await sleep(standsMs);
  figures.still.push(await flowOf(csr));
}

/** To sampling and back on an unchanged page, as for a CSR who wants to read it now. */
async function measureSwitching(
  csr: Csr,
  source: SourceWindow,
  measured: Measured,
  { seed, standsMs }: Amount & { seed: number },
): Promise<void> {
  await source.showText(seed);
  await sleep(standsMs);
  measured.toSampling.push(await pressOption(csr, 'optionSampling'));
  await sleep(2 * standsMs);
  const began = performance.now();
  measured.toStandard.push(await pressOption(csr, 'optionStandard'));
  while ((await sharpnessOf(csr, source)) < SHARP);
  measured.untilSharp.push(performance.now() - began);
}

async function chooseMode(csr: Csr, mode: Mode): Promise<void> {
  await csr.press(isSampling(mode) ? 'optionSampling' : 'optionStandard');
  await csr.page.getByTestId(`way-${mode}`).check();
  await widthIs(csr.page, SCREEN.width / SCALES[mode]);
}

async function measure(site: Site, source: SourceWindow, amount: Amount): Promise<Measured> {
  const browsers = [await launch(), await launch()];
  const modes = Object.fromEntries(MODES.map((mode) => [mode, noFigures()])) as Measured['modes'];
  const measured: Measured = { modes, toSampling: [], toStandard: [], untilSharp: [] };
  try {
    const [csrs, customers] = await Promise.all(browsers.map((browser) => newPerson(browser)));
    const csr = await Csr.signIn(csrs!, site.origin, site);
    const customer = await Customer.join(customers!, site.origin, await csr.startSession());
    await csr.seesCustomer('Park Jihun');
    await csr.unfoldRail();
    await csr.press('requestViewDesktop');
    await customer.allow();
    await customer.pick();
    await widthIs(csr.page, SCREEN.width);
    for (let turn = 0; turn < amount.switches; turn++)
      await measureSwitching(csr, source, measured, { ...amount, seed: turn + 1 });
    for (let round = 0; round < amount.rounds; round++)
      for (const mode of amount.modes) {
        console.error(`  … round ${round + 1}, ${mode}`);
        await chooseMode(csr, mode);
        await measureMode(csr, source, modes[mode], { ...amount, seed: round + 1 });
      }
  } finally {
    for (const browser of browsers) await browser.close();
  }
  return measured;
}

function printModes({ modes }: Measured, { modes: chosen, rounds }: Amount): void {
  const standard = median(modes.STANDARD.changing);
  const rows = chosen.map((mode): Row => {
    const { changing, still, film, sharpness } = modes[mode];
    return {
      mode,
      'pages changing, kB/s': median(changing) / 1000,
      ratio: median(changing) / standard,
      'an unchanged page, kB/s': median(still) / 1000,
      'text after 3 s, SSIM': median(sharpness),
      'a film, frames/s': median(film),
    };
  });
  printTable('modes: how one running screen of 1080p is sent (baseline: STANDARD, sharp text)', rows, [
    `${rounds} rounds in turns; another page of text every 0.5 s; aim of SAMPLING: at most a third of the bytes`,
  ]);
}

/** The display modes on one live screen: bytes, sharpness, motion, and the time to change between them. */
export async function measureModes({ size }: Options): Promise<void> {
  const site = await startSite();
  const source = await openSourceWindow();
  try {
    const measured = await measure(site, source, SIZES[size]);
    printModes(measured, SIZES[size]);
    const row = (what: string, times: number[]): Row => ({
      what,
      'p50 ms': median(times),
      'best ms': Math.min(...times),
      'worst ms': Math.max(...times),
    });
    const rows = [
      row('standard → sampling: press → the small picture', measured.toSampling),
      row('sampling → standard: press → the whole picture', measured.toStandard),
      row(`sampling → standard: press → SSIM ${SHARP}`, measured.untilSharp),
    ];
    printTable('modes: between the session options, on an unchanged page of text', rows, [
      `${measured.toStandard.length} times; aim: a second, nobody asked`,
    ]);
  } finally {
    await source.close();
    await site.stop();
  }
}
