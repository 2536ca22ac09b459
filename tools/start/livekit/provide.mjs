// Finds a LiveKit server, or makes one.
import { existsSync } from 'node:fs';
import { Problem, say } from '../say.mjs';
import { run } from '../processes.mjs';
import { buildLiveKit } from './from-source.mjs';
import { cachePlace, serverName } from './cache.mjs';
import { downloadLiveKit } from './from-release.mjs';

const MEND = 'mend that, or put a livekit-server on the PATH, or set LIVEKIT_URL';

/**
 * In this order: the one on the PATH, the one that an earlier start cached, one built by Go, the official release.
 * @param {{ log?: (line: string) => void, dataDir?: string }} [options] receives the progress; where it is kept when the
 *   home folder can't be written in
 * @returns {Promise<string>} the command that starts it
 */
export async function provideLiveKit({ log = say, dataDir } = {}) {
  if (await answers('livekit-server')) return 'livekit-server';
  const reasons = [];
  try {
    const cache = cachePlace(serverName(), dataDir);
    if (existsSync(cache.place) && (await answers(cache.place))) return cache.place;
    for (const make of [buildLiveKit, downloadLiveKit]) {
      const made = await make(cache, log).catch((error) => void reasons.push(error.message));
      if (made) return made;
    }
  } catch (error) {
    reasons.push(error.message);
  }
  throw new Problem(`There is no LiveKit server, which transmits audio, video and screens: ${MEND}.`, {
    details: reasons,
  });
}

const answers = async (command) => (await run(command, ['--version'])).code === 0;
