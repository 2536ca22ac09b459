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
import type { Size, Wish } from './parts/wish.js';

const VIDEO = 'video[data-testid=screen]';
/** 9 points at 96 dots an inch. */
const LETTERS = 12;
const MODES = ['STANDARD', 'BALANCED', 'SAMPLING'] as const;
type Mode = (typeof MODES)[number];
const SIZES = {
  whole: { megabits: [3, 1], modes: MODES as readonly Mode[], pages: 3, looksAfter: [1, 3, 6], settleMs: 8000 },
  small: { megabits: [3], modes: ['STANDARD'] as readonly Mode[], pages: 1, looksAfter: [1], settleMs: 500 },
};
type Amount = (typeof SIZES)[Size];

/** How sharp a page of 9-point text is, so many seconds after it came up. */
async function lookAt(csr: Csr, source: SourceWindow, seed: number, looksAfter: number[]): Promise<number[]> {
  await source.showText(seed, LETTERS);
  const began = Date.now();
  const looks: number[] = [];
  for (const seconds of looksAfter) {
    await sleep(Math.max(0, began + seconds * 1000 - Date.now()));
    looks.push(ssim(await grabFrame(csr.page, VIDEO, SCREEN), await grabSource(source), SCREEN.width));
  }
  return looks;
}

async function measureMode(csr: Csr, source: SourceWindow, mode: Mode, amount: Amount): Promise<number[][]> {
  await csr.press(mode === 'SAMPLING' ? 'optionSampling' : 'optionStandard');
  await csr.page.getByTestId(`way-${mode}`).check();
  await sleep(amount.settleMs); // what the line bears is found out anew
  const pages: number[][] = [];
  for (let page = 0; page < amount.pages; page++) pages.push(await lookAt(csr, source, page + 1, amount.looksAfter));
  return amount.looksAfter.map((_, at) => pages.map((looks) => looks[at]!));
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
        const looks = await measureMode(csr, source, mode, amount);
        const cells = amount.looksAfter.map((seconds, at) => [`SSIM after ${seconds} s`, median(looks[at]!)] as const);
        rows.push({ mode, 'Mbit/s': megabits, ...Object.fromEntries(cells), worst: Math.min(...looks.at(-1)!) });
      }
    }
  } finally {
    await browser.close();
    await source.close();
    await site.stop();
  }
  return rows;
}

/** 9-point text from a customer whose line is thin in both directions. */
export async function measureLine({ size }: Wish): Promise<void> {
  const obstacle = namespaceObstacle();
  if (obstacle) return console.error(`line: not measured, ${obstacle}`);
  const machine = await makeMachine();
  try {
    const rows = await measureOn(machine, SIZES[size]);
    printTable('line: 9-point text on a thin line', rows, [
      `${SIZES[size].pages} pages each; the line is cut down by the kernel (tbf), both ways; aim: STANDARD at 3 Mbit/s 0.95 or more`,
    ]);
  } finally {
    await machine.remove();
  }
}
