import { setTimeout as sleep } from 'node:timers/promises';
import { Csr } from '../../e2e/actors/csr.js';
import { Customer } from '../../e2e/actors/customer.js';
import { launch, newPerson } from '../../e2e/harness/browser.js';
import { SCREEN } from '../../e2e/harness/display.js';
import { grabFrame, grabSource } from '../../e2e/harness/grab.js';
import { makeMachine, type Machine } from '../../e2e/harness/machine.js';
import { namespaceObstacle } from '../../e2e/harness/namespace.js';
import { openSourceWindow, type SourceWindow } from '../../e2e/harness/source-window.js';
import { ssim } from '../../e2e/harness/ssim.js';
import { startSite } from './parts/site.js';
import { median, printTable, type Row } from './parts/table.js';
import type { Size, Options } from './parts/options.js';

const VIDEO = 'video[data-testid=screen]';
/** 9 points at 96 dots per inch. */
const LETTERS = 12;
const MODES = ['STANDARD', 'BALANCED', 'SAMPLING'] as const;
type Mode = (typeof MODES)[number];
const SIZES = {
  whole: { megabits: [3, 1], modes: MODES as readonly Mode[], pages: 3, secondsAfter: [1, 3, 6], settleMs: 8000 },
  small: { megabits: [3], modes: ['STANDARD'] as readonly Mode[], pages: 1, secondsAfter: [1], settleMs: 500 },
};
type Amount = (typeof SIZES)[Size];

/** How sharp a page of 9-point text is, these numbers of seconds after it was shown. */
async function sharpnessOf(csr: Csr, source: SourceWindow, seed: number, secondsAfter: number[]): Promise<number[]> {
  await source.showText(seed, LETTERS);
  const began = Date.now();
  const values: number[] = [];
  for (const seconds of secondsAfter) {
    await sleep(Math.max(0, began + seconds * 1000 - Date.now()));
    values.push(ssim(await grabFrame(csr.page, VIDEO, SCREEN), await grabSource(source), SCREEN.width));
  }
  return values;
}

async function measureMode(csr: Csr, source: SourceWindow, mode: Mode, amount: Amount): Promise<number[][]> {
  await csr.unfoldRail();
  await csr.press(mode === 'SAMPLING' ? 'optionSampling' : 'optionStandard');
  await csr.page.getByTestId(`way-${mode}`).check();
  await sleep(amount.settleMs); // the browser estimates the bandwidth again
  const pages: number[][] = [];
  for (let page = 0; page < amount.pages; page++)
    pages.push(await sharpnessOf(csr, source, page + 1, amount.secondsAfter));
  return amount.secondsAfter.map((_, at) => pages.map((values) => values[at]!));
}

async function measureOn(machine: Machine, amount: Amount): Promise<Row[]> {
  const site = await startSite(machine.network.host);
  const source = await openSourceWindow();
  const browser = await launch();
  const rows: Row[] = [];
  try {
    const csr = await Csr.signIn(await newPerson(browser), site.origin, site);
    const people = await newPerson(await machine.openBrowser());
    const customer = await Customer.join(people, site.origin, await csr.startSession());
    await csr.seesCustomer('Park Jihun');
    await csr.press('requestViewDesktop');
    await customer.allow();
    await customer.pick();
    for (const megabits of amount.megabits) {
      await machine.network.narrow(megabits);
      for (const mode of amount.modes) {
        const values = await measureMode(csr, source, mode, amount);
        const cells = amount.secondsAfter.map(
          (seconds, at) => [`SSIM after ${seconds} s`, median(values[at]!)] as const,
        );
        rows.push({ mode, 'Mbit/s': megabits, ...Object.fromEntries(cells), worst: Math.min(...values.at(-1)!) });
      }
    }
  } finally {
    await browser.close();
    await source.close();
    await site.stop();
  }
  return rows;
}

/** 9-point text from a customer whose bandwidth is low in both directions. */
export async function measureBandwidth({ size }: Options): Promise<void> {
  const obstacle = namespaceObstacle();
  if (obstacle) return console.error(`bandwidth: not measured, ${obstacle}`);
  const machine = await makeMachine();
  try {
    const rows = await measureOn(machine, SIZES[size]);
    printTable('bandwidth: 9-point text with a low bandwidth', rows, [
      `${SIZES[size].pages} pages each; the kernel limits the bandwidth (tbf), both ways; aim: STANDARD at 3 Mbit/s 0.95 or more`,
    ]);
  } finally {
    await machine.remove();
  }
}
