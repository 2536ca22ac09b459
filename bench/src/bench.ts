import { parseArgs } from 'node:util';
import { measureChat } from './chat.js';
import { measureFiles } from './files.js';
import { measureJoin } from './join.js';
import { measurePortal } from './portal.js';
import { measureRequests } from './requests.js';
import { measureCrowd } from './crowd.js';
import { measureLine } from './line.js';
import { measureModes } from './modes.js';
import { measureScreen } from './screen.js';
import { measureSoak } from './soak.js';
import { measureWatchers } from './watchers.js';
import type { Size, Wish } from './parts/wish.js';

const MEASUREMENTS = {
  portal: measurePortal,
  requests: measureRequests,
  chat: measureChat,
  crowd: measureCrowd,
  files: measureFiles,
  join: measureJoin,
  screen: measureScreen,
  modes: measureModes,
  line: measureLine,
  watchers: measureWatchers,
};
/** For long: only when it is asked for. */
const LONG = { soak: measureSoak };
const ALL = { ...MEASUREMENTS, ...LONG };
type Name = keyof typeof ALL;
/** They want more than the tests have: nginx, and a network of their own. */
const WANT_MORE: readonly string[] = ['files', 'line'] satisfies Name[];
/** What is started when nothing is named. In small, once in every `npm test`: whatever can be. */
const unnamed = (size: Size) =>
  (size === 'small'
    ? Object.keys(ALL).filter((name) => !WANT_MORE.includes(name))
    : Object.keys(MEASUREMENTS)) as Name[];
const isName = (name: string): name is Name => name in ALL;

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { small: { type: 'boolean' }, minutes: { type: 'string' }, sessions: { type: 'string' } },
  });
  const unknown = positionals.filter((name) => !isName(name));
  if (unknown.length)
    throw new Error(`There is no measurement ${unknown.join(', ')}: choose from ${Object.keys(ALL).join(', ')}.`);
  const wish: Wish = { size: values.small ? 'small' : 'whole' };
  for (const name of ['minutes', 'sessions'] as const) {
    if (values[name] === undefined) continue;
    wish[name] = Number(values[name]);
    if (!(wish[name] > 0)) throw new Error(`--${name} wants a number above 0.`);
  }
  return { wish, names: positionals.length ? positionals.filter(isName) : unnamed(wish.size) };
}

function argumentsOrExit() {
  try {
    return readArguments();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
const { wish, names } = argumentsOrExit();
for (const name of names) {
  const began = Date.now();
  await ALL[name](wish);
  console.log(`\n  (${name}: ${((Date.now() - began) / 1000).toFixed(0)} s)`);
}
process.exit(0); // browsers and servers that a failure left behind end with us
