import { chromium, type CDPSession, type Page } from '@playwright/test';
import { executable } from '../../e2e/harness/browser.js';
import { firstSignIn } from './parts/api-client.js';
import { openDatabase } from './parts/database.js';
import { startApi } from './parts/servers.js';
import { printTable, type Row } from './parts/table.js';
import type { Size, Options } from './parts/options.js';

const BUDGET_KB = 90;
type Encoding = 'gzip' | 'br';
const ENCODINGS: Record<Size, Encoding[]> = { whole: ['gzip', 'br'], small: ['br'] };
type Started = { startSession: { joinUrl: string } };

interface Loaded {
  url: string;
  kind: string;
  encoding: string;
  /** Over the network, headers included. */
  transferred: number;
  /** After decompression. */
  whole: number;
}

/** Records what a page loads. @returns what has arrived since the last call */
async function watchLoading(cdp: CDPSession): Promise<() => Loaded[]> {
  const loads = new Map<string, Loaded>();
  await cdp.send('Network.enable');
  cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
    const { url, headers } = response;
    const encoding = headers['content-encoding'] ?? headers['Content-Encoding'] ?? 'none';
    loads.set(requestId, { url, kind: type, encoding, transferred: 0, whole: 0 });
  });
  cdp.on('Network.dataReceived', ({ requestId, dataLength }) => {
    const load = loads.get(requestId);
    if (load) load.whole += dataLength;
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const load = loads.get(requestId);
    if (load) load.transferred = encodedDataLength;
  });
  return () => {
    const news = [...loads.values()];
    loads.clear();
    return news;
  };
}

const joinButton = (page: Page) => page.getByRole('button', { name: 'Join' });

/** Loads the join page in a new profile, joins, and returns the size of both steps. */
async function loadPortal(joinUrl: string, encoding: Encoding): Promise<{ page: Loaded[]; joining: Loaded[] }> {
  const command = executable();
  const browser = await chromium.launch({ ...(command && { executablePath: command }), args: ['--no-sandbox'] });
  try {
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
    const cdp = await page.context().newCDPSession(page);
    const loaded = await watchLoading(cdp);
    if (encoding === 'gzip') await page.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' });
    await page.goto(joinUrl);
    await joinButton(page).waitFor();
    await page.waitForLoadState('networkidle');
    const before = loaded();
    await joinButton(page).click();
    await page.locator('.room').waitFor();
    await page.waitForTimeout(2000); // the media code is loaded last
    return { page: before, joining: loaded() };
  } finally {
    await browser.close();
  }
}

const KB = 1000;
const sum = (loads: Loaded[], of: 'transferred' | 'whole') => loads.reduce((all, load) => all + load[of], 0) / KB;

function toRow(what: string, loads: Loaded[]): Row {
  const [transferred, whole] = [sum(loads, 'transferred'), sum(loads, 'whole')];
  const encodings = [...new Set(loads.filter(({ whole }) => whole > 1000).map(({ encoding }) => encoding))].join(' ');
  return {
    what,
    files: loads.length,
    encoding: encodings || '-',
    'KB transferred': transferred,
    'KB uncompressed': whole,
    ratio: transferred / whole,
  };
}

function report(encoding: Encoding, { page, joining }: Awaited<ReturnType<typeof loadPortal>>): void {
  const kinds = [...new Set(page.map(({ kind }) => kind))];
  const isMedia = ({ url }: Loaded) => /livekit/i.test(url);
  const rows = kinds.map((kind) =>
    toRow(
      kind.toLowerCase(),
      page.filter((load) => load.kind === kind),
    ),
  );
  const total = toRow('until the page can be used', page);
  const later = joining.filter(({ kind }) => kind === 'Script' || kind === 'Stylesheet');
  rows.push(
    total,
    toRow(
      'then, on joining: pages',
      later.filter((load) => !isMedia(load)),
    ),
  );
  rows.push(toRow('then, on joining: media code', later.filter(isMedia)));
  const share = (total['KB transferred'] as number) / BUDGET_KB;
  const media = page.some(isMedia) ? 'MEDIA CODE AMONG IT' : 'no media code among it';
  printTable(`portal: bytes until the join page can be used, ${encoding} (baseline: uncompressed)`, rows, [
    `${share.toFixed(2)} of the budget of ${BUDGET_KB} KB; ${media}`,
  ]);
}

/** What a customer's browser downloads before the first question can be answered. */
export async function measurePortal({ size }: Options): Promise<void> {
  const database = await openDatabase();
  const api = await startApi({ databaseUrl: database.url });
  try {
    const owner = await firstSignIn(api.origin, api.said.firstSignIn as never);
    for (const encoding of ENCODINGS[size]) {
      const { startSession } = await owner.ask<Started>('mutation { startSession { joinUrl } }');
      report(encoding, await loadPortal(startSession.joinUrl, encoding));
    }
  } finally {
    await api.stop();
    await database.stop();
  }
}
