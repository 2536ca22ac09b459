import { measureChat } from './chat.js';
import { measureFiles } from './files.js';
import { measureJoin } from './join.js';
import { measurePortal } from './portal.js';
import { measureRequests } from './requests.js';
import { measureCrowd } from './crowd.js';
import { measureLine } from './line.js';
import { measureModes } from './modes.js';
import { measureScreen } from './screen.js';
import { measureWatchers } from './watchers.js';

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
type Name = keyof typeof MEASUREMENTS;

const isName = (name: string): name is Name => name in MEASUREMENTS;
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !isName(name));
if (unknown.length) {
  console.error(`There is no measurement ${unknown.join(', ')}: choose from ${Object.keys(MEASUREMENTS).join(', ')}.`);
  process.exit(1);
}
for (const name of asked.length ? asked.filter(isName) : (Object.keys(MEASUREMENTS) as Name[])) {
  const began = Date.now();
  await MEASUREMENTS[name]();
  console.log(`\n  (${name}: ${((Date.now() - began) / 1000).toFixed(0)} s)`);
}
process.exit(0); // browsers and servers that a failure left behind end with us
