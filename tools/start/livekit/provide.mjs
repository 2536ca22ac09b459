// Finds a LiveKit server, or makes one.
import { existsSync } from 'node:fs';
import { Problem, say } from '../say.mjs';
import { run } from '../processes.mjs';
import { buildLiveKit } from './from-source.mjs';
import { cachedServer } from './cache.mjs';
import { downloadLiveKit } from './from-release.mjs';

const MEND = 'install Go 1.26 or newer (https://go.dev/dl), or put a livekit-server on the PATH, or set LIVEKIT_URL';

/**
 * In this order: the one on the PATH, the one that an earlier start cached, one built by Go, the official release.
 * @param {{ log?: (line: string) => void }} [options] where progress is told
 * @returns {Promise<string>} the command that starts it
 */
export async function provideLiveKit({ log = say } = {}) {
  if (await answers('livekit-server')) return 'livekit-server';
  const cached = cachedServer();
  if (existsSync(cached) && (await answers(cached))) return cached;
  for (const make of [buildLiveKit, downloadLiveKit]) {
    try {
      return await make(cached, log);
    } catch (error) {
      log(`  ${error.message}`);
    }
  }
  throw new Problem(`There is no LiveKit server, which carries sound and pictures: ${MEND}.`);
}

const answers = async (command) => (await run(command, ['--version'])).code === 0;
