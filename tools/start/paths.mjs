import { readFileSync } from 'node:fs';
import path from 'node:path';

const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

/** What runs on this machine is never asked through a proxy. */
export function pastProxies(env) {
  const named = (env.no_proxy || env.NO_PROXY || '').split(/[\s,]+/).filter(Boolean);
  const all = named.includes('*') ? '*' : [...new Set([...named, ...LOOPBACK])].join(',');
  return { NO_PROXY: all, no_proxy: all };
}

export const root = path.join(import.meta.dirname, '../..');

/** Of Tandem: the one place is the package.json at the root. */
export const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** Tools come from node_modules/.bin, and with them the pinned Node: this launcher itself may run on an older one. */
export const toolEnv = (extra = {}) => ({
  ...process.env,
  ...pastProxies(process.env),
  PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH ?? ''}`,
  ...extra,
});
