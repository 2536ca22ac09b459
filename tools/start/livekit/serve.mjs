// Runs a LiveKit server.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { statusOf } from '../loopback.mjs';
import { root } from '../paths.mjs';
import { portTaken } from '../ports.mjs';
import { end, lastLines, signal, start } from '../processes.mjs';
import { Problem } from '../say.mjs';
import { liveKitConfig } from './config.mjs';

const READY_MS = 15_000;
const ASK_EVERY_MS = 50;
/** A server that can't open its ports dies within this time of answering, or another one answered. */
const SETTLE_MS = 150;
const STOP_MS = 5_000;
const TETHER = path.join(root, 'tools/start/tether.mjs');

/**
 * @param {{ command: string, ports: object, keys: { apiKey: string, apiSecret: string }, nodeIp?: string,
 *   onLine?: (line: string) => void }} wanted `command` comes from provideLiveKit, `ports` has signalling, mediaTcp,
 *   mediaUdp and hook (where its news go: 127.0.0.1:<hook>/livekit/webhook); onLine gets its log
 * @returns {{ url: string, ready: Promise<void>, exited: Promise<string>, stop(): Promise<void> }} `url` is for the API
 */
export function startLiveKit({ command, ports, keys, nodeIp, onLine = () => {} }) {
  const env = { LIVEKIT_CONFIG: JSON.stringify(liveKitConfig({ ports, keys, nodeIp })) };
  const child = start('node', [TETHER, command], { env });
  const state = { isRunning: true, hasBegun: false };
  const lines = lastLines(child, (line) => {
    if (line.includes('starting LiveKit server')) state.hasBegun = true;
    onLine(line);
  });
  const exited = new Promise((resolve) => {
    const finish = (how) => {
      state.isRunning = false;
      signal(child, 'SIGKILL'); // whatever is left of its group
      resolve(how);
    };
    child.once('error', (error) => finish(error.message));
    child.once('exit', (code, by) => finish(by ?? `code ${code}`));
  });
  const url = `http://127.0.0.1:${ports.signalling}`;
  const ready = untilReady(url, state).catch((error) => {
    throw explain(error, lines, ports);
  });
  ready.catch(() => {}); // handled by the callers that await it
  return { url, ready, exited, stop: () => end(child, { timeoutMs: STOP_MS }) };
}

/** It says that it begins, it answers, and it is still ours: an orphan on the same port may have answered instead. */
async function untilReady(url, state) {
  const deadline = Date.now() + READY_MS;
  while (state.isRunning && Date.now() < deadline) {
    if (state.hasBegun && (await isAnswered(url))) {
      await sleep(SETTLE_MS);
      if (state.isRunning) return;
    }
    await sleep(ASK_EVERY_MS);
  }
  throw new Error(state.isRunning ? 'it does not answer' : 'it ended at once');
}

const isAnswered = async (url) => (await statusOf(url, { timeout: 1_000 })) === 200;

function explain({ message }, lines, ports) {
  const taken = lines.map((line) => /:(\d+): bind: address already in use/.exec(line)?.[1]).find(Boolean);
  const name = Object.keys(ports).find((key) => String(ports[key]) === taken);
  const what = name
    ? portTaken(ports, name)
    : `The LiveKit server did not start (${message}): mend what it says above, and run npm start again.`;
  return new Problem(what, { details: name ? [] : lines, mayPass: true });
}
