import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Csr } from '../../e2e/actors/csr.js';
import { Customer } from '../../e2e/actors/customer.js';
import { executable } from '../../e2e/harness/browser.js';
import { firstSignIn, OWN_PASSWORD, type ApiClient } from './parts/api-client.js';
import { addLeaders, liftSessionLimit, openDatabase } from './parts/database.js';
import { openSession, timeMessage, type LiveSession } from './parts/live-sessions.js';
import { startApi, type RunningServer } from './parts/servers.js';
import { median, percentile, printTable, type Row } from './parts/table.js';
import type { Size, Options } from './parts/options.js';

const SIZES = { whole: { counts: [1, 50, 500], messages: 60 }, small: { counts: [1, 5], messages: 5 } };
/** How often somebody writes in each session that is not measured. */
const BACKGROUND_MS = 10_000;

declare global {
  interface Window {
    benchTime: Promise<number>;
  }
}

/** Watches a page for a message from now on. */
const watchFor = (page: Page, text: string) =>
  page.evaluate((wanted) => {
    const isThere = () =>
      [...document.querySelectorAll('.chat-text')].some((one) => one.textContent?.trim() === wanted);
    window.benchTime = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isThere()) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  }, text);

/** Watches a page for a key press from now on. */
const watchForKey = (page: Page) =>
  page.evaluate(() => {
    window.benchTime = new Promise((resolve) =>
      addEventListener('keydown', () => resolve(performance.timeOrigin + performance.now()), {
        once: true,
        capture: true,
      }),
    );
  });

/** Sends by the page's own input. @returns milliseconds from Enter to the text in the other page */
async function timeShown(from: Page, to: Page, text: string): Promise<number> {
  const field = from.getByPlaceholder('Write a message');
  await field.fill(text);
  await watchFor(to, text);
  await watchForKey(from);
  await field.press('Enter');
  const [sent, shown] = await Promise.all([from, to].map((page) => page.evaluate(() => window.benchTime)));
  return shown! - sent!;
}

/** The measured session, with real pages on both sides. */
async function openPages(
  context: () => Promise<BrowserContext>,
  origin: string,
): Promise<{ csr: Page; customer: Page }> {
  const csr = await Csr.signIn(await context(), origin, { email: 'owner@localhost', password: OWN_PASSWORD });
  const number = await csr.startSession();
  const customer = await Customer.join(await context(), origin, number);
  await csr.seesCustomer('Park Jihun');
  return { csr: csr.page, customer: customer.page };
}

/**
 * People write in all other sessions at times of their own. @returns a stop function, which returns the times of their
 * messages
 */
function talk(sessions: LiveSession[]): () => Promise<number[]> {
  const times: number[] = [];
  let isOver = false;
  const talking = sessions.map(async ({ csr, customer }, index) => {
    await sleep((index / sessions.length) * BACKGROUND_MS);
    for (let turn = 0; !isOver; turn++) {
      const [from, to] = turn % 2 ? [csr, customer] : [customer, csr];
      times.push(await timeMessage(from, to, `${index}-${turn}-${Date.now()}`));
      await Promise.race([sleep(BACKGROUND_MS), over]);
    }
  });
  let end = () => {};
  const over = new Promise<void>((resolve) => (end = resolve));
  return async () => {
    isOver = true;
    end();
    await Promise.all(talking);
    return times;
  };
}

async function measureAt(
  api: RunningServer,
  pages: { csr: Page; customer: Page },
  others: LiveSession[],
  messages: number,
): Promise<Row> {
  const stop = talk(others);
  await sleep(3000);
  const times: number[] = [];
  for (let i = 0; i < messages; i++) {
    const [from, to] = i % 2 ? [pages.csr, pages.customer] : [pages.customer, pages.csr];
    times.push(await timeShown(from, to, `Measured ${others.length} ${i}`));
    await sleep(100);
  }
  const memory = api.memory();
  const background = await stop();
  return {
    'live sessions': others.length + 1,
    'shown p50 ms': median(times),
    'shown p95 ms': percentile(times, 0.95),
    'stream p50 ms': background.length ? median(background) : '',
    'stream p95 ms': background.length ? percentile(background, 0.95) : '',
    'API RSS MiB': memory,
  };
}

function addRatios(rows: Row[]): Row[] {
  const ratio = (row: Row, column: string) => Number(row[column]) / Number(rows[0]![column]);
  return rows.map((row) => ({
    ...row,
    'shown ratio': ratio(row, 'shown p50 ms'),
    'RSS ratio': ratio(row, 'API RSS MiB'),
  }));
}

async function measureCounts(api: RunningServer, leaders: ApiClient[], size: Size): Promise<Row[]> {
  const command = executable();
  const browser = await chromium.launch({ ...(command && { executablePath: command }), args: ['--no-sandbox'] });
  const context = () => browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
  const pages = await openPages(context, api.origin);
  const others: LiveSession[] = [];
  const rows: Row[] = [];
  for (const count of SIZES[size].counts) {
    while (others.length < count - 1) others.push(await openSession(leaders[others.length % leaders.length]!));
    rows.push(await measureAt(api, pages, others, SIZES[size].messages));
  }
  await browser.close();
  await Promise.all(others.flatMap(({ csr, customer }) => [csr.close(), customer.close()]));
  return rows;
}

/** From Enter to the visible text, with few and with many active sessions. */
export async function measureChat({ size }: Options): Promise<void> {
  const database = await openDatabase();
  const api = await startApi({ databaseUrl: database.url });
  try {
    const owner = await firstSignIn(api.origin, api.said.firstSignIn as never);
    await liftSessionLimit(owner);
    const leaders = await addLeaders(database, api.origin, Math.max(...SIZES[size].counts));
    const rows = await measureCounts(api, leaders, size);
    printTable(
      'chat: from Enter to the text in the other page, on PostgreSQL (baseline: one live session)',
      addRatios(rows),
      [
        `${SIZES[size].messages} messages between two real pages; every other session has two streams open and a message each ${BACKGROUND_MS / 1000} s`,
        'stream: from sending to the event at the other side, in those other sessions',
      ],
    );
  } finally {
    await api.stop();
    await database.stop();
  }
}
