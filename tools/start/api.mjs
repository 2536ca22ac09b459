// Runs the API and understands what it says to us.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { statusOf } from './loopback.mjs';
import { root } from './paths.mjs';
import { end, lastLines, start } from './processes.mjs';
import { Problem } from './say.mjs';

const MAIN = path.join(root, 'apps/api/dist/main/main.js');
const OURS = 'tandem:';
const READY_MS = 120_000;
const ASK_EVERY_MS = 100;
const STOP_MS = 10_000;
/** Why it can't start, where trying again helps. */
const PASSING = new Set(['DATABASE_UNREACHABLE']);

/** Environment variables for the API, in addition to the inherited ones. */
export function apiEnvironment({ settings, livekit, database, attempt }) {
  const { ports, dataDir, lan, resetPassword, hasOwnCertificate } = settings;
  return {
    NODE_ENV: 'production',
    PORT: String(ports.http),
    HOOK_PORT: String(ports.hook),
    DATA_DIR: dataDir,
    LISTEN: lan ? 'all' : 'loopback',
    LAN_ADDRESS: lan ?? '',
    TLS: lan && !hasOwnCertificate ? 'own-ca' : '',
    ...(database && { DATABASE_URL: database.url }),
    LIVEKIT_URL: livekit.url,
    LIVEKIT_API_KEY: livekit.apiKey,
    LIVEKIT_API_SECRET: livekit.apiSecret,
    // Once: the API that is brought back must not change the password again.
    RESET_PASSWORD: attempt === 0 ? (resetPassword ?? '') : '',
    TANDEM_PARENT_PIPE: '1',
  };
}

/**
 * @param {{ env: object, onLog: (line: string) => void, onWord: (word: object) => void }} wanted onWord gets what the API
 *   says to us: { firstSignIn }, { passwordReset }, { notice }
 * @returns {{ ready: Promise<{ port: number, origins: string[] }>, exited: Promise<string>, stop(): Promise<void> }}
 *   `ready` is rejected with a Problem when the API says that it can't start, and why
 */
export function startApi({ env, onLog, onWord }) {
  const child = start('node', [MAIN], { env });
  let failure;
  let announce;
  const announced = new Promise((resolve) => (announce = resolve));
  const lines = lastLines(child, (line, stream) => {
    const word = stream === child.stdout && readWord(line);
    if (!word) onLog(line);
    else if (word.ready) announce(word.ready);
    else if (word.failed) failure = new Problem(word.failed.message, { mayPass: PASSING.has(word.failed.code) });
    else onWord(word);
  });
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    // Not "exit": its last output may not have been read yet.
    child.once('close', (code, signal) => resolve(signal ?? `code ${code}`));
  });
  const diedEarly = exited.then((how) => {
    throw failure ?? unready(`it ended, ${how}`, lines);
  });
  const ready = Promise.race([untilReady(announced), diedEarly]);
  diedEarly.catch(() => {}); // it always rejects in the end; callers that await `ready` handle it
  ready.catch(() => {});
  return { ready, exited, stop: () => end(child, { timeoutMs: STOP_MS }) };
}

const unready = (why, details) =>
  new Problem(`The API did not start (${why}): look at what it says above and in logs/api.log of the data folder.`, {
    details,
    mayPass: true,
  });

/** @returns {object | undefined} what a line says to us, undefined when it is the log's */
export function readWord(line) {
  if (!line.startsWith(OURS)) return undefined;
  try {
    return JSON.parse(line.slice(OURS.length));
  } catch {
    return undefined;
  }
}

async function untilReady(announced) {
  const late = sleep(READY_MS, undefined, { ref: false });
  const ready = await Promise.race([announced, late]);
  const deadline = Date.now() + READY_MS;
  while (ready && Date.now() < deadline) {
    if (await isHealthy(ready)) return ready;
    await sleep(ASK_EVERY_MS);
  }
  throw unready(`nothing for ${READY_MS / 1000} s`, []);
}

/** Asks on loopback, where the certificate may be one that nobody trusts yet. */
async function isHealthy({ port, origins }) {
  const isSecure = origins.some((origin) => origin === `https://localhost:${port}`);
  const url = `${isSecure ? 'https' : 'http'}://127.0.0.1:${port}/healthz`;
  return (await statusOf(url, { timeout: 2_000 })) === 200;
}
