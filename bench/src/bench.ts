import { parseArgs } from 'node:util';
import { measureCameras } from './cameras.js';
import { measureChat } from './chat.js';
import { measureFiles } from './files.js';
import { measureJoin } from './join.js';
import { measurePortal } from './portal.js';
import { measureRequests } from './requests.js';
import { measureCrowd } from './crowd.js';
import { measureBandwidth } from './bandwidth.js';
import { measureModes } from './modes.js';
import { measureScreen } from './screen.js';
import { measureSoak } from './soak.js';
import { measureWatchers } from './watchers.js';
import type { Size, Options } from './parts/options.js';

const MEASUREMENTS = {
  portal: measurePortal,
  requests: measureRequests,
  chat: measureChat,
  crowd: measureCrowd,
  files: measureFiles,
  join: measureJoin,
  screen: measureScreen,
  modes: measureModes,
  bandwidth: measureBandwidth,
  watchers: measureWatchers,
  cameras: measureCameras,
};
/** Takes long: runs only when it is named. */
const LONG = { soak: measureSoak };
const ALL = { ...MEASUREMENTS, ...LONG };
type Name = keyof typeof ALL;
/** They need more than the tests install: nginx, and a network namespace. */
const NEED_MORE: readonly string[] = ['files', 'bandwidth'] satisfies Name[];
/** What runs when nothing is named. With --small, once in every `npm test`: everything that can run there. */
const unnamed = (size: Size) =>
  (size === 'small'
    ? Object.keys(ALL).filter((name) => !NEED_MORE.includes(name))
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
  const options: Options = { size: values.small ? 'small' : 'whole' };
  for (const name of ['minutes', 'sessions'] as const) {
    if (values[name] === undefined) continue;
    options[name] = Number(values[name]);
    if (!(options[name] > 0)) throw new Error(`--${name} wants a number above 0.`);
  }
  return { options, names: positionals.length ? positionals.filter(isName) : unnamed(options.size) };
}

function argumentsOrExit() {
  try {
    return readArguments();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
const { options, names } = argumentsOrExit();
for (const name of names) {
  const began = Date.now();
  await ALL[name](options);
  console.log(`\n  (${name}: ${((Date.now() - began) / 1000).toFixed(0)} s)`);
}
process.exit(0); // ends browsers and servers that a failure has left running
