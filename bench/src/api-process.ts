import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface RunningApi {
  origin: string;
  firstSignIn: { email: string; password: string };
  /** Resident memory in MiB. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts the built API by itself, with a data folder of its own. */
export async function startApi(port: number, env: Record<string, string> = {}): Promise<RunningApi> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tandem-bench-'));
  const child: ChildProcess = spawn('node', ['apps/api/dist/main/main.js'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: Record<string, unknown> = {};
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the API ended with ${code}: ${JSON.stringify(said)}`)));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line.startsWith('tandem:')) Object.assign(said, JSON.parse(line.slice('tandem:'.length)));
      if (said.ready) resolve();
    });
  });
  return {
    origin: `http://localhost:${port}`,
    firstSignIn: said.firstSignIn as RunningApi['firstSignIn'],
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024,
    async stop() {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
