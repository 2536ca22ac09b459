// postmaster.pid names the process that runs a cluster. After a crash, and in a container with numbers of its own, it names
// a process that is dead or a stranger, and PostgreSQL would refuse to start for ever.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';

const pidFile = (folder) => path.join(folder, 'postmaster.pid');

function pidIn(folder) {
  const file = pidFile(folder);
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : NaN;
  return pid > 1 ? pid : undefined;
}

/** @returns {{ parent: number, args: string } | undefined} */
function processAt(pid) {
  if (process.platform === 'linux') {
    try {
      const parent = Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))[1]);
      return { parent, args: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
    } catch {
      return undefined;
    }
  }
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' });
  const match = /^\s*(\d+)\s+(.*)/.exec(stdout ?? '');
  return match ? { parent: Number(match[1]), args: match[2] } : undefined;
}

/** A server works in its folder. */
function isIn(pid, folder) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === path.resolve(folder);
  } catch {
    return process.platform !== 'linux';
  }
}

/** @returns the server that runs on the folder as this process sees it, undefined when there is none */
function serverOn(folder) {
  const pid = pidIn(folder);
  const found = pid && processAt(pid);
  return found && /postgres|postmaster/.test(found.args) && isIn(pid, folder) ? { pid, ...found } : undefined;
}

/** Ends a server of ours that has lost its guard, as when somebody has killed every Node process. @returns whether it does */
export function endOrphan(folder) {
  const server = process.platform === 'win32' ? undefined : serverOn(folder);
  if (!server || /guard\.mjs/.test(processAt(server.parent)?.args ?? '')) return false;
  try {
    return process.kill(server.pid, 'SIGINT');
  } catch {
    return false; // it has just ended, or is not ours to end: the lock tells
  }
}

/** Call it while owning the lock: then no server of ours is alive. One that somebody has started by hand stops us itself. */
export function removeDeadPidFile(folder) {
  if (process.platform !== 'win32' && !serverOn(folder)) rmSync(pidFile(folder), { force: true });
}
