import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './ports.js';

export const ROOT = path.resolve(import.meta.dirname, '../../..');
const API = 'apps/api/dist/main/main.js';
const OURS = 'tandem:';

export interface RunningServer {
  origin: string;
  child: ChildProcess;
  /** The message with which it reported that it was ready. */
  said: Record<string, unknown>;
  /** Resident memory in MiB. */
  memory(): number;
  stop(): Promise<void>;
}

interface Options {
  args: string[];
  env?: NodeJS.ProcessEnv;
}

/**
 * Runs a Node program that prints `tandem:{"ready":…}` when it listens on PORT. It may send messages to this process.
 */
export async function startServer({ args, env = {} }: Options): Promise<RunningServer> {
  const port = await freePort();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const said: Record<string, unknown> = {};
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}: ${JSON.stringify(said)}`)));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (!line.startsWith(OURS)) return console.error(line);
      Object.assign(said, JSON.parse(line.slice(OURS.length)));
      if (said.ready) resolve();
    });
  });
  return {
    origin: `http://localhost:${port}`,
    child,
    said,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

interface ApiOptions {
  databaseUrl: string;
  /** Modules to load before it. */
  preload?: string[];
  nodeFlags?: string[];
}

/** The built API alone, without a media server, on a PostgreSQL. */
export async function startApi({ databaseUrl, preload = [], nodeFlags = [] }: ApiOptions): Promise<RunningServer> {
  if (!existsSync(path.join(ROOT, API))) throw new Error('nothing is built: run `npm run build` first');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tandem-bench-'));
  const server = await startServer({
    args: [...nodeFlags, ...preload.flatMap((file) => ['--import', file]), API],
    env: { DATABASE_URL: databaseUrl, DATA_DIR: dataDir },
  });
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
