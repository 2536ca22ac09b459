// npm start: from a fresh clone to a running Tandem, and every process ended with it.
// Node built-ins only, and no syntax newer than Node 20: the first start runs before anything is installed.
import path from 'node:path';
import { apiEnvironment, startApi } from './api.mjs';
import { provideDatabase } from './database.mjs';
import { greet, passOn } from './greet.mjs';
import { ownKeys } from './livekit/config.mjs';
import { provideLiveKit } from './livekit/provide.mjs';
import { startLiveKit } from './livekit/serve.mjs';
import { logFile } from './log-file.mjs';
import { readOptions, USAGE } from './options.mjs';
import { checkPlace } from './place.mjs';
import { checkPorts } from './ports.mjs';
import { killAll } from './processes.mjs';
import { complain, say, step } from './say.mjs';
import { createServices } from './services.mjs';
import { build } from './steps/build.mjs';
import { install } from './steps/install.mjs';

const services = createServices({ onGiveUp: fail });
let isEnding = false;

async function main() {
  const settings = readOptions(process.argv.slice(2), process.env);
  if (settings.isHelp) return say(USAGE);
  checkPlace(settings);
  await checkPorts(settings);
  await install();
  await build();
  const database = settings.hasDatabase ? undefined : await runDatabase(settings);
  const livekit = settings.livekit ?? (await runLiveKit(settings));
  await runApi(settings, { livekit, database });
}

/** The first to start and the last to end: the API writes until it has ended. */
async function runDatabase(settings) {
  const onLine = logFile(path.join(settings.dataDir, 'logs/database.log'));
  const { url, start } = await provideDatabase(settings, { onLine });
  await step('Starting the database', () => services.run('The database', start));
  return { url };
}

async function runLiveKit(settings) {
  const { ports, dataDir, mediaAddress: nodeIp } = settings;
  const command = await provideLiveKit({ dataDir });
  const keys = ownKeys(dataDir);
  const onLine = logFile(path.join(dataDir, 'logs/livekit.log'));
  const start = () => startLiveKit({ command, ports, keys, nodeIp, onLine });
  await step('Starting the LiveKit server', () => services.run('The LiveKit server', start));
  return { url: `http://127.0.0.1:${ports.signalling}`, ...keys };
}

async function runApi(settings, parts) {
  const onLog = logFile(path.join(settings.dataDir, 'logs/api.log'));
  const early = [];
  let onWord = (word) => early.push(word);
  const start = (attempt) =>
    startApi({ env: apiEnvironment({ settings, ...parts, attempt }), onLog, onWord: (word) => onWord(word) });
  const ready = await step('Starting the API', () => services.run('The API', start));
  onWord = passOn;
  greet(ready, settings, early);
}

async function stopServices() {
  isEnding = true;
  await services.stopAll();
  killAll(); // an install or a build that was under way
}

async function fail(error) {
  if (isEnding) return;
  complain(error);
  await stopServices();
  process.exit(1);
}

async function leave() {
  if (isEnding) return killNow();
  say('\nEnding Tandem …');
  await stopServices();
  say('Ended.');
  process.exit(0);
}

/** Asked twice: at once. */
function killNow() {
  killAll();
  process.exit(1);
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, leave);
main().catch(fail);
