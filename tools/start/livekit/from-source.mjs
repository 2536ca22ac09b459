// Builds the LiveKit server with Go, from the pinned module versions.
import { run } from '../processes.mjs';
import { goFolders, inOneMove, moduleDir, pinnedVersion } from './cache.mjs';

const COMMAND = 'github.com/livekit/livekit-server/cmd/server';
const STILL_MS = 15_000;

/** @returns {Promise<string>} the path of the server */
export async function buildLiveKit(cache, log) {
  const go = await run('go', ['version'], { cwd: moduleDir });
  if (go.code !== 0) throw new Error('Go, which would build it, is not installed (1.26 or newer, https://go.dev/dl).');
  const started = Date.now();
  log(`▸ Building the LiveKit server ${pinnedVersion()} with Go, once (two minutes, 0.4 GB to download)`);
  const ticker = setInterval(() => log(`  … still at it (${seconds(started)} s)`), STILL_MS);
  try {
    await inOneMove(cache.place, async (draft) => {
      const args = ['build', '-mod=readonly', '-buildvcs=false', '-trimpath', '-ldflags=-s -w', '-o', draft, COMMAND];
      const { code, lines } = await run('go', args, { cwd: moduleDir, env: { CGO_ENABLED: '0', ...goFolders(cache) } });
      if (code !== 0) throw new Error(`Go could not build it: ${lines.slice(-3).join(' ')}`);
    });
  } finally {
    clearInterval(ticker);
  }
  log(`  done in ${seconds(started)} s`);
  return cache.place;
}

const seconds = (since) => Math.round((Date.now() - since) / 1000);
