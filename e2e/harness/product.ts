import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { within } from '../../tools/test/patience.mjs';
import { WORKERS } from './workers.js';

const ROOT = path.join(import.meta.dirname, '../..');
const START_MS = within(60_000);
const PORTS_IN_A_ROW = 7;

/** The whole product as `npm start` runs it, with its own data folder and ports. */
export interface Product {
  origin: string;
  /** Password of the first sign-in. */
  email: string;
  password: string;
  /** Kills one of its processes, as a crash would. */
  kill(which: Part): void;
  pidsOf(which: Part): number[];
  stop(): Promise<void>;
}

const isFree = async (port: number) =>
  (await new Promise<boolean>((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  })) &&
  (await new Promise<boolean>((resolve) => {
    const probe = createSocket('udp4').once('error', () => resolve(false)); // media use UDP
    probe.bind(port, () => probe.close(() => resolve(true)));
  }));

const FIRST_PORT = 4500;
const ROWS = 51;

/**
 * A port is used only after a database has been created, long after it was found free. Workers of one run therefore
 * search ranges of their own, and runs beside each other start at different places.
 */
async function freePorts(): Promise<number> {
  const worker = Number(process.env.TEST_PARALLEL_INDEX ?? WORKERS); // measurements have no index
  const users = WORKERS + 1;
  const ofWorker = Math.floor(ROWS / users);
  for (let i = 0; i < ofWorker; i++) {
    const first = FIRST_PORT + 10 * (users * ((process.pid + i) % ofWorker) + worker);
    const ports = Array.from({ length: PORTS_IN_A_ROW }, (_, offset) => first + offset);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return first;
  }
  throw new Error(`no ${PORTS_IN_A_ROW} free ports in a row between ${FIRST_PORT} and ${FIRST_PORT + 10 * ROWS}`);
}

/** Descendants of `pid`, as `[pid, command line]`. */
function descendants(pid: number): [number, string][] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, id, parent, args]) => ({ id: Number(id), parent: Number(parent), args: args! }));
  const below = (of: number): [number, string][] =>
    table
      .filter(({ parent }) => parent === of)
      .flatMap(({ id, args }) => [[id, args] as [number, string], ...below(id)]);
  return below(pid);
}

const WHICH = { api: /main\/main\.js/, livekit: /livekit-server/, database: /postgres -D/ };

type Part = keyof typeof WHICH;

/** @throws when there is none */
function pidsOf(launcher: ChildProcess, which: Part): number[] {
  const found = descendants(launcher.pid!).filter(([, args]) => WHICH[which].test(args) && !args.startsWith('sh '));
  if (found.length === 0) throw new Error(`no ${which} process`);
  return found.map(([pid]) => pid);
}

export interface ProductOptions {
  /** An address of this machine by which other machines reach it over HTTPS. */
  lan?: string;
  /** The mail server to use; without it no mail is sent. */
  mailServer?: string;
}

export async function startProduct({ lan, mailServer }: ProductOptions = {}): Promise<Product> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tandem-journeys-'));
  const port = await freePorts();
  const flags = lan ? ['--', `--lan=${lan}`] : [];
  const mail = mailServer && { SMTP_URL: mailServer, MAIL_FROM: 'Tandem <tandem@example.org>' };
  const launcher = spawn('npm', ['start', ...flags], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...mail },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  launcher.stdout.on('data', (text: Buffer) => (said += text.toString()));
  launcher.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const exited = new Promise<void>((resolve) => launcher.once('exit', () => resolve()));

  const stop = async () => {
    if (launcher.exitCode === null) process.kill(-launcher.pid!, 'SIGINT');
    await Promise.race([exited, sleep(within(15_000))]);
    rmSync(dataDir, { recursive: true, force: true });
  };
  const found = (pattern: RegExp) => pattern.exec(said)?.[1];
  const deadline = Date.now() + START_MS;
  while (!found(/Password\s+(\S+)/)) {
    if (launcher.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`npm start did not come up:\n${said}`);
    }
    await sleep(100);
  }
  const origin = lan ? `https://${lan}:${port}` : `http://localhost:${port}`;
  return {
    origin,
    email: found(/Email address\s+(\S+)/)!,
    password: found(/Password\s+(\S+)/)!,
    kill: (which) => pidsOf(launcher, which).forEach((pid) => process.kill(pid, 'SIGKILL')),
    pidsOf: (which) => pidsOf(launcher, which),
    stop,
  };
}
