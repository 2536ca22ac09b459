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

const VIDEO = 'video[data-testid=screen]';
const MEGABITS = [3, 1];
/** 9 points at 96 dots an inch. */
const LETTERS = 12;
const PAGES = 3;
const LOOKS_S = [1, 3, 6];
const MODES = ['STANDARD', 'BALANCED', 'SAMPLING'] as const;
type Mode = (typeof MODES)[number];

/** How sharp a page of 9-point text is, so many seconds after it came up. */
async function lookAt(csr: Csr, source: SourceWindow, seed: number): Promise<number[]> {
  await source.showText(seed, LETTERS);
  const began = Date.now();
  const looks: number[] = [];
  for (const seconds of LOOKS_S) {
    await sleep(Math.max(0, began + seconds * 1000 - Date.now()));
    looks.push(ssim(await grabFrame(csr.page, VIDEO, SCREEN), await grabSource(source), SCREEN.width));
  }
  return looks;
}

async function measureMode(csr: Csr, source: SourceWindow, mode: Mode): Promise<number[][]> {
  await csr.press(mode === 'SAMPLING' ? 'optionSampling' : 'optionStandard');
  await csr.page.getByTestId(`way-${mode}`).check();
  await sleep(8000); // what the line bears is found out anew
  const pages: number[][] = [];
  for (let page = 0; page < PAGES; page++) pages.push(await lookAt(csr, source, page + 1));
  return LOOKS_S.map((_, at) => pages.map((looks) => looks[at]!));
}

async function measureOn(machine: Machine): Promise<Row[]> {
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
    for (const megabits of MEGABITS) {
      await machine.network.narrow(megabits);
      for (const mode of MODES) {
        const looks = await measureMode(csr, source, mode);
        const cells = LOOKS_S.map((seconds, at) => [`SSIM after ${seconds} s`, median(looks[at]!)] as const);
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
export async function measureLine(): Promise<void> {
  const obstacle = namespaceObstacle();
  if (obstacle) return console.error(`line: not measured, ${obstacle}`);
  const machine = await makeMachine();
  try {
    const rows = await measureOn(machine);
    printTable('line: 9-point text on a thin line', rows, [
      `${PAGES} pages each; the line is cut down by the kernel (tbf), both ways; aim: STANDARD at 3 Mbit/s 0.95 or more`,
    ]);
  } finally {
    await machine.remove();
  }
}
