import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FINGERPRINT_HEADER } from '@tandem/contract';
import { chromium, type Page } from '@playwright/test';
import { executable } from '../../e2e/harness/browser.js';
import { firstSignIn, type ApiClient } from './parts/api-client.js';
import { download, upload } from './parts/curl.js';
import { openDatabase } from './parts/database.js';
import { browserMemory, watchPeak } from './parts/memory.js';
import { startNginx } from './parts/nginx.js';
import { startApi, type RunningServer } from './parts/servers.js';
import { median, printTable, type Row } from './parts/table.js';
import type { Size, Options } from './parts/options.js';

const MIB = 1024 * 1024;
const SIZES = {
  whole: { bytes: 1024 * MIB, warm: 64 * MIB, rounds: 5, inBrowser: 5 * 1024 * MIB },
  small: { bytes: 8 * MIB, warm: MIB, rounds: 1, inBrowser: 16 * MIB },
};
type Amount = (typeof SIZES)[Size];
const shown = (bytes: number) => (bytes < 1024 * MIB ? `${bytes / MIB} MiB` : `${bytes / 1024 / MIB} GiB`);
const FINGERPRINT = 'the file of the bench';

const OFFER = 'mutation ($i: OfferFileInput!) { offerFile(input: $i) { id uploadPath } }';
const STATE = 'query ($id: ID!) { session(id: $id) { files { id state } } }';
const LINK = 'mutation ($id: ID!) { createFileLink(fileId: $id) { path } }';
const WITHDRAW = 'mutation ($id: ID!) { withdrawFile(fileId: $id) { id } }';

interface World {
  api: RunningServer;
  owner: ApiClient;
  sessionId: string;
  joinUrl: string;
}

/** A file of random bytes, which no disk can compress. */
function makeFile(folder: string, size: number): string {
  const file = path.join(folder, `${size}.bin`);
  execFileSync('dd', ['if=/dev/urandom', `of=${file}`, 'bs=1M', `count=${size / MIB}`, 'status=none']);
  return file;
}

async function published({ owner, sessionId }: World, id: string): Promise<void> {
  for (;;) {
    const { session } = await owner.ask<{ session: { files: { id: string; state: string }[] } }>(STATE, {
      id: sessionId,
    });
    if (session.files.find((file) => file.id === id)?.state === 'PUBLISHED') return;
    await sleep(20);
  }
}

/** Sends one file through the product, up and down. @returns seconds */
async function throughTandem(world: World, file: string) {
  const { api, owner, sessionId } = world;
  const input = { sessionId, name: 'big.dat', size: statSync(file).size, fingerprint: FINGERPRINT };
  const { offerFile } = await owner.ask<{ offerFile: { id: string; uploadPath: string } }>(OFFER, { i: input });
  const { id, uploadPath } = offerFile;
  const headers = {
    ...owner.headers,
    'tus-resumable': '1.0.0',
    'upload-offset': '0',
    'content-type': 'application/offset+octet-stream',
    [FINGERPRINT_HEADER]: FINGERPRINT,
  };
  const began = performance.now();
  const up = await upload(api.origin + uploadPath, { method: 'PATCH', file, headers });
  await published(world, id);
  const untilPublished = (performance.now() - began) / 1000;
  const { createFileLink } = await owner.ask<{ createFileLink: { path: string } }>(LINK, { id });
  const down = await download(api.origin + createFileLink.path, { cookie: owner.headers.cookie! });
  await owner.ask(WITHDRAW, { id });
  return { up, untilPublished, down };
}

async function compare(world: World, folder: string, { bytes, warm, rounds }: Amount): Promise<void> {
  const file = makeFile(folder, bytes);
  const nginx = await startNginx(path.join(folder, 'nginx'));
  // warm-up: compilation and growing caches do not count for the file
  await throughTandem(world, makeFile(folder, warm));
  const before = world.api.memory();
  const peak = watchPeak(world.api.memory);
  const ours: Awaited<ReturnType<typeof throughTandem>>[] = [];
  const theirs: { up: number; down: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await throughTandem(world, file));
    const url = `${nginx.origin}/put-${round}.dat`;
    theirs.push({ up: await upload(url, { method: 'PUT', file }), down: await download(url) });
    rmSync(path.join(folder, 'nginx', `put-${round}.dat`));
  }
  const memory = peak();
  nginx.stop();
  const row = (what: string, tandem: number, plain: number): Row => ({
    what,
    'Tandem s': tandem,
    'nginx s': plain,
    'Tandem MiB/s': bytes / MIB / tandem,
    'nginx MiB/s': bytes / MIB / plain,
    ratio: plain / tandem,
  });
  const of = (pick: (each: (typeof ours)[number]) => number) => median(ours.map(pick));
  printTable(
    `files: ${shown(bytes)} through the product (baseline: nginx on the same disk)`,
    [
      row(
        'upload',
        of(({ up }) => up),
        median(theirs.map(({ up }) => up)),
      ),
      row(
        'upload → checked and published',
        of(({ untilPublished }) => untilPublished),
        median(theirs.map(({ up }) => up)),
      ),
      row(
        'download',
        of(({ down }) => down),
        median(theirs.map(({ down }) => down)),
      ),
    ],
    [
      `medians of ${rounds} rounds in turns; ours is encrypted, hashed, type-checked and synchronised to the disk; aim: 0.5 or more`,
      `memory of the API: ${before.toFixed(0)} MiB before, ${memory.toFixed(0)} MiB at most`,
    ],
  );
}

/** A file from a customer's page to the disk, and back. */
async function throughPage(world: World, page: Page, file: string): Promise<{ sent: number; saved: number }> {
  const card = page.getByTestId('files-card');
  const name = path.basename(file);
  let began = performance.now();
  await card.locator('input[type=file]').setInputFiles(file);
  await card.getByTestId(`file-${name}`).getByText('Checked').waitFor({ timeout: 600_000 });
  const sent = (performance.now() - began) / 1000;
  const { session } = await world.owner.ask<{ session: { files: { id: string; state: string }[] } }>(STATE, {
    id: world.sessionId,
  });
  const { id } = session.files.findLast(({ state }) => state === 'PUBLISHED')!;
  const { createFileLink } = await world.owner.ask<{ createFileLink: { path: string } }>(LINK, { id });
  const cookies = world.owner.headers.cookie!.split('; ').map((pair) => pair.split(/=(.*)/s));
  await page
    .context()
    .addCookies(cookies.map(([key, value]) => ({ name: key!, value: value!, url: world.api.origin })));
  began = performance.now();
  const coming = page.waitForEvent('download', { timeout: 600_000 });
  await page.evaluate((href) => {
    Object.assign(document.createElement('a'), { href, download: 'back.dat' }).click();
  }, createFileLink.path);
  await (await coming).path();
  const saved = (performance.now() - began) / 1000;
  await (await coming).delete();
  return { sent, saved };
}

async function inTheBrowser(world: World, folder: string, { warm, inBrowser }: Amount): Promise<void> {
  const command = executable();
  const browser = await chromium.launch({ ...(command && { executablePath: command }), args: ['--no-sandbox'] });
  try {
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
    await page.goto(world.joinUrl);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByTestId('files-card').waitFor();
    await throughPage(world, page, makeFile(folder, warm));
    const file = makeFile(folder, inBrowser);
    await sleep(3000);
    const before = { api: world.api.memory(), browser: browserMemory() };
    const peaks = { api: watchPeak(world.api.memory), browser: watchPeak(browserMemory) };
    const { sent, saved } = await throughPage(world, page, file);
    const row = (who: 'api' | 'browser', shown: string): Row => {
      const most = peaks[who]();
      return { memory: shown, 'before MiB': before[who], 'at most MiB': most, 'growth MiB': most - before[who] };
    };
    printTable(
      `files: ${shown(inBrowser)} from a page and back to the disk (aim: at most 64 MiB more memory)`,
      [row('api', 'API, resident'), row('browser', 'browser, all of its processes')],
      [
        `sent and published in ${sent.toFixed(0)} s, saved in ${saved.toFixed(0)} s; browser, API, database and disk share two cores`,
      ],
    );
  } finally {
    await browser.close();
  }
}

/** Files of sessions: speed, and memory. */
export async function measureFiles({ size }: Options): Promise<void> {
  const database = await openDatabase();
  const api = await startApi({ databaseUrl: database.url });
  const folder = mkdtempSync(path.join(tmpdir(), 'tandem-bench-files-'));
  try {
    const owner = await firstSignIn(api.origin, api.said.firstSignIn as { email: string; password: string });
    const { startSession } = await owner.ask<{ startSession: { id: string; joinUrl: string } }>(
      'mutation { startSession { id joinUrl } }',
    );
    const world = { api, owner, sessionId: startSession.id, joinUrl: startSession.joinUrl };
    await compare(world, folder, SIZES[size]);
    await inTheBrowser(world, folder, SIZES[size]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await api.stop();
    await database.stop();
  }
}
