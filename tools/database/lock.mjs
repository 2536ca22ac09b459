// The lock on a data folder. It belongs to an open file that the server inherits: it lasts as long as the last process of
// the server, whichever other process dies, and works between containers that share the folder, whatever else they don't share.
import { spawnSync } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';

/** Opening and locking in one, where the system has it. */
const LOCKING = { darwin: 0x20 | constants.O_NONBLOCK, freebsd: 0x20 | constants.O_NONBLOCK, win32: 0x10000000 };
const HELD = new Set(['EAGAIN', 'EWOULDBLOCK', 'EBUSY']);

/** @returns {number | null} the open file, null when somebody else holds it. @throws where files can't be locked */
export function tryLock(file) {
  const flags = constants.O_RDWR | constants.O_CREAT;
  const locking = LOCKING[process.platform];
  if (locking === undefined) return tryFlock(openSync(file, flags, 0o600));
  try {
    return openSync(file, flags | locking, 0o600);
  } catch (error) {
    if (HELD.has(error.code)) return null;
    throw error;
  }
}

/** Node can't lock by itself; a lock of a child on our open file stays ours. */
function tryFlock(fd) {
  const { status, stderr, error } = spawnSync('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'pipe', fd] });
  if (status === 0) return fd;
  closeSync(fd);
  if (status === 1 && !String(stderr).trim()) return null;
  throw new Error(error ? 'the command flock (util-linux) is missing' : String(stderr).trim());
}
