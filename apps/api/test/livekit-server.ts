import path from 'node:path';
import { newId } from '../src/platform/crypto/index.js';
import { freePort } from './free-port.js';

interface Running {
  url: string;
  ready: Promise<void>;
  stop(): Promise<void>;
}
interface Wanted {
  command: string;
  ports: { signalling: number; mediaTcp: number; mediaUdp: number; hook: number };
  keys: { apiKey: string; apiSecret: string };
  nodeIp: string;
  onLine: (line: string) => void;
}

// started as the launcher starts it; imported by a variable, because the module has no types
const SERVE = path.resolve(import.meta.dirname, '../../../tools/start/livekit/serve.mjs');
const { startLiveKit } = (await import(SERVE)) as { startLiveKit(wanted: Wanted): Running };

/** A LiveKit server for one test file, on loopback. LIVEKIT_SERVER names the program; `npm test` sets it. */
export async function startLivekitServer() {
  const command = process.env.LIVEKIT_SERVER;
  if (!command) throw new Error('LIVEKIT_SERVER is not set: run these tests by `npm test -- --lane livekit`.');
  const ports = {
    signalling: await freePort(),
    mediaTcp: await freePort(),
    mediaUdp: await freePort(),
    hook: await freePort(),
  };
  const keys = { apiKey: `API${newId().slice(0, 8)}`, apiSecret: newId() };
  const log: string[] = [];
  const launch = async () => {
    const started = startLiveKit({ command, ports, keys, nodeIp: '127.0.0.1', onLine: (line) => void log.push(line) });
    await started.ready;
    return started;
  };
  let server = await launch();
  return {
    /** Its own address, to bypass our proxy. */
    address: `ws://127.0.0.1:${ports.signalling}`,
    keys,
    /** How many tracks it has refused, according to its log. */
    refusalsOf: (identity: string) =>
      log.filter((line) => line.includes('no permission to publish track') && line.includes(identity)).length,
    /** Environment variables for the API. */
    env: {
      LIVEKIT_URL: server.url,
      LIVEKIT_API_KEY: keys.apiKey,
      LIVEKIT_API_SECRET: keys.apiSecret,
      HOOK_PORT: String(ports.hook),
    },
    async restart(): Promise<void> {
      await server.stop();
      server = await launch();
    },
    stop: () => server.stop(),
  };
}
