import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeNamespace, namespaceObstacle } from '../../e2e/harness/namespace.ts';
import { startThrowaway } from '../database/throwaway.mjs';
import { root } from '../test/process.mjs';
import { within } from '../test/patience.mjs';

const FROM_SOURCE = ['--conditions=source', '--import', path.join(root, 'node_modules/tsx/dist/loader.mjs')];
const obstacle = namespaceObstacle();
if (obstacle) console.log(`Two processes in two networks are not tried here: ${obstacle}`);
/** CI is to run everything. */
const isTried = !obstacle || Boolean(process.env.CI);

const undo = [];
let database;
beforeAll(async () => {
  if (!isTried) return;
  const { url, stop } = await startThrowaway({});
  undo.push(stop);
  database = new URL(url);
}, within(60_000));
afterAll(async () => {
  for (const each of undo.reverse()) await each();
}, within(30_000));

/** A machine of its own, that reaches the database by the network. */
async function machine() {
  const network = await makeNamespace();
  const open = new Set();
  const forwarder = createServer((near) => {
    const far = connect(Number(database.port), database.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy()).on('close', () => (open.delete(one), other.destroy()));
    }
  });
  await new Promise((resolve) => forwarder.listen(0, network.host, resolve));
  const home = mkdtempSync(path.join(tmpdir(), 'tandem-two-'));
  undo.push(async () => {
    open.forEach((socket) => socket.destroy());
    forwarder.close();
    await network.remove();
    rmSync(home, { recursive: true, force: true });
  });
  const url = new URL(database);
  url.hostname = network.host;
  url.port = String(forwarder.address().port);
  return { name: network.name, home, url: url.href };
}

/** The API as it starts, in the network of this machine. */
function startApi({ name, home, url }) {
  const args = ['netns', 'exec', name, process.execPath, ...FROM_SOURCE, 'src/main/main.ts'];
  const env = { PATH: process.env.PATH, PORT: '4100', DATA_DIR: home, DATABASE_URL: url, LOG_LEVEL: 'error' };
  const child = spawn('ip', args, { cwd: path.join(root, 'apps/api'), env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  undo.push(() => (child.kill('SIGKILL'), ended));
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (said += text));
  const lines = () => [...said.matchAll(/^tandem:(\{.*\})$/gm)].map(([, line]) => JSON.parse(line));
  const word = (key) => lines().find((line) => key in line)?.[key];
  return {
    ended,
    failed: () => word('failed'),
    async ready() {
      const answer = () => word('ready') ?? word('failed') ?? null;
      await expect.poll(answer, { timeout: within(20_000) }).not.toBeNull();
      expect(answer()).toMatchObject({ port: 4100 });
    },
    /** It says goodbye to nobody. */
    kill: () => (child.kill('SIGKILL'), ended),
  };
}

describe.skipIf(!isTried)('two machines on one database', { timeout: within(180_000) }, () => {
  it('the second one says so and ends; once the first one is killed it works', async () => {
    const [here, there] = [await machine(), await machine()];
    const first = startApi(here);
    await first.ready();
    const refused = startApi(there);
    expect(await refused.ended).toBe(1);
    expect(refused.failed()).toMatchObject({
      code: 'DATABASE_TAKEN',
      message: expect.stringContaining('stop it first'),
    });
    await first.kill();
    const second = startApi(there);
    await second.ready();
  });
});
