// Finds versitygw, the S3-compatible store that files are tested against, or makes one. Kept like the LiveKit server.
import { existsSync } from 'node:fs';
import { cachePlace, goFolders, inOneMove } from '../start/livekit/cache.mjs';
import { run } from '../start/processes.mjs';

const VERSION = '1.8.0';
const MODULE = `github.com/versity/versitygw/cmd/versitygw@v${VERSION}`;
const MEND = 'install Go 1.26 or newer (https://go.dev/dl), or put versitygw on the PATH';

const answers = async (command) => (await run(command, ['--version'])).code === 0;

/** @returns {Promise<string>} the command that starts it: the one on the PATH, the cached one, one built by Go */
export async function provideS3(log = console.log) {
  if (await answers('versitygw')) return 'versitygw';
  const cache = cachePlace(`tandem/versitygw/${VERSION}/versitygw`);
  const { place } = cache;
  if (existsSync(place) && (await answers(place))) return place;
  if ((await run('go', ['version'])).code !== 0) throw new Error(`There is no S3-compatible store: ${MEND}.`);
  log(`▸ Building versitygw ${VERSION} with Go, once (a minute)`);
  await inOneMove(place, async (_draft, folder) => {
    const args = ['install', '-trimpath', '-ldflags=-s -w', MODULE];
    const { code, lines } = await run('go', args, {
      cwd: folder,
      env: { CGO_ENABLED: '0', GOBIN: folder, GOFLAGS: '', ...goFolders(cache) },
    });
    if (code !== 0) throw new Error(`Go could not build versitygw: ${lines.slice(-3).join(' ')}`);
  });
  return place;
}
