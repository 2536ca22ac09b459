// Takes the official release for this system, checked against the list of checksums published with it.
import { createHash } from 'node:crypto';
import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../processes.mjs';
import { inOneMove, pinnedVersion } from './cache.mjs';

const RELEASES = 'https://github.com/livekit/livekit/releases/download';
const SYSTEMS = { linux: 'linux', win32: 'windows' };
const PROCESSORS = { x64: 'amd64', arm64: 'arm64', arm: 'armv7' };
const CONNECT_MS = 300_000;

/** @returns {Promise<string>} the path of the server */
export async function downloadLiveKit({ place }, log) {
  const name = archiveName(pinnedVersion(), process.platform, process.arch);
  if (!name) throw new Error('There is no official release of it for this system.');
  const from = `${RELEASES}/v${pinnedVersion()}`;
  log(`▸ Downloading the LiveKit server ${pinnedVersion()}, once`);
  const checksums = (await download(`${from}/checksums.txt`)).toString('utf8');
  const archive = await download(`${from}/${name}`);
  checkSum(archive, checksums, name);
  await inOneMove(place, async (draft, folder) => {
    const packed = path.join(folder, name);
    writeFileSync(packed, archive);
    // Also on Windows, where tar unpacks zip files too.
    const { code, lines } = await run('tar', ['-xf', packed, '-C', folder]);
    if (code !== 0) throw new Error(`Its release can't be unpacked: ${lines.join(' ')}`);
    const unpacked = path.join(folder, path.basename(place));
    chmodSync(unpacked, 0o755);
    if (unpacked !== draft) renameSync(unpacked, draft);
  });
  return place;
}

/** @returns {string | undefined} undefined where there is none */
export function archiveName(version, platform, processor) {
  const system = SYSTEMS[platform];
  const architecture = PROCESSORS[processor];
  if (!system || !architecture) return undefined;
  return `livekit_${version}_${system}_${architecture}.${system === 'windows' ? 'zip' : 'tar.gz'}`;
}

/** @param {string} list lines of "<sha256>  <name>" */
export function checkSum(content, list, name) {
  const line = list
    .split('\n')
    .map((text) => text.trim().split(/\s+/))
    .find(([, file]) => file === name);
  const sum = createHash('sha256').update(content).digest('hex');
  if (line?.[0] !== sum) throw new Error(`The release ${name} is not what its checksum list says: it is not used.`);
}

async function download(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(CONNECT_MS) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } catch (error) {
    throw new Error(`Its official release can't be downloaded (${error.cause?.code ?? error.message}).`, {
      cause: error,
    });
  }
}
