// PostgreSQL refuses to run as root: started by root, it gets another user.
import { existsSync, lchownSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {{ uid?: number, gid?: number }} User nothing in it: the one that we are
 */

const PREFERRED = ['postgres', 'nobody'];
const SETPRIV = '/usr/bin/setpriv';

/**
 * @param {string} [folder] of a cluster; the owner of an existing one continues to run it
 * @returns {User | undefined} undefined when there is none to be had
 */
export function databaseUser(folder) {
  if (process.getuid?.() !== 0) return {};
  if (folder && existsSync(folder)) {
    const { uid, gid } = statSync(folder);
    if (uid !== 0) return { uid, gid };
  }
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const known = lines.map((line) => line.split(':'));
  const [, , uid, gid] = PREFERRED.map((name) => known.find((line) => line[0] === name)).find(Boolean) ?? [];
  return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** Gives a file, or a folder with all that is in it, to the user. */
export function giveTo({ uid, gid }, place) {
  if (uid === undefined) return;
  lchownSync(place, uid, gid);
  if (!statSync(place).isDirectory()) return;
  for (const name of readdirSync(place)) giveTo({ uid, gid }, path.join(place, name));
}

/** Whether the user may pass through every folder above a place. */
export function canReach({ uid, gid }, place) {
  if (uid === undefined) return true;
  for (let folder = path.dirname(path.resolve(place)); ; folder = path.dirname(folder)) {
    const { mode, uid: owner, gid: group } = statSync(folder);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/**
 * A command of the user. Below a folder that is root's alone (`/root`) it is let through by one capability that it keeps.
 * @param {User} user
 * @param {string[]} places what it must reach
 * @returns {{ command: string, args: string[], ids: User }} `ids` are for `spawn`
 */
export function asUser(user, command, args, places) {
  const isOpen = [command, ...places].every((place) => canReach(user, place));
  if (isOpen || !existsSync(SETPRIV)) return { command, args, ids: user };
  const only = ['--inh-caps=-all,+dac_read_search', '--ambient-caps=+dac_read_search'];
  const ids = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  return { command: SETPRIV, args: [...ids, ...only, command, ...args], ids: {} };
}
