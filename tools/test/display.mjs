// An X display with a window manager: Chromium crashes while it captures a screen that has none.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { adopt } from './process.mjs';
import { within } from './patience.mjs';

const SCREEN = '1920x1080x24';
const START_MS = within(10_000);
const SETTLE_MS = 300;

/** @returns {Promise<{ display: string, stop(): void }>} `display` as DISPLAY wants it, ":7" */
export async function startDisplay() {
  // The server picks a free number and writes it to descriptor 3.
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'];
  const server = adopt(spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }));
  const number = await Promise.race([
    new Promise((resolve) => server.stdio[3].once('data', (data) => resolve(String(data).trim()))),
    new Promise((resolve) => server.once('exit', () => resolve(undefined))),
    sleep(START_MS, undefined, { ref: false }),
  ]);
  if (!number) {
    server.kill();
    throw new Error('the X display did not start');
  }
  const display = `:${number}`;
  const manager = adopt(spawn('openbox', [], { stdio: 'ignore', env: { ...process.env, DISPLAY: display } }));
  await sleep(SETTLE_MS);
  const stop = () => {
    manager.kill();
    server.kill();
  };
  return { display, stop };
}
