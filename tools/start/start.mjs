// npm start: from a fresh clone to a running Tandem, and every process ended with it.
// Node built-ins only, and no syntax newer than Node 20: the first start runs before anything is installed.
import path from 'node:path';
import { apiEnvironment, startApi } from './api.mjs';
import { provideDatabase } from './database.mjs';
import { greet, passOn } from './greet.mjs';
import { keepUp } from './keep-up.mjs';
import { ownKeys } from './livekit/config.mjs';
import { provideLiveKit } from './livekit/provide.mjs';
import { startLiveKit } from './livekit/serve.mjs';
import { logFile } from './log-file.mjs';
import { readOptions, USAGE } from './options.mjs';
import { checkPorts } from './ports.mjs';
import { killAll } from './processes.mjs';
import { complain, say, step } from './say.mjs';
import { build } from './steps/build.mjs';
import { install } from './steps/install.mjs';

/** Running services, the last one started first. */
const services = [];
let isEnding = false;

async function main() {
  const settings = readOptions(process.argv.slice(2), process.env);
  if (settings.isHelp) return say(USAGE);
  await checkPorts(settings);
  await install();
  await build();
  const database = settings.hasDatabase ? undefined : await runDatabase(settings);
  const livekit = settings.livekit ?? (await runLiveKit(settings));
  await runApi(settings, { livekit, database });
}

/** The first to start and the last to end. */
async function runDatabase(settings) {
  const onLine = logFile(path.join(settings.dataDir, 'logs/database.log'));
  const { url, start } = await provideDatabase(settings, { onLine });
  await step('Starting the database', () => run('The database', start));
  return { url };
}

async function runLiveKit(settings) {
  const { ports, dataDir, mediaAddress: nodeIp } = settings;
  const command = await provideLiveKit();
  const keys = ownKeys(dataDir);
  const onLine = logFile(path.join(dataDir, 'logs/livekit.log'));
  const start = () => startLiveKit({ command, ports, keys, nodeIp, onLine });
  await step('Starting the LiveKit server', () => run('The LiveKit server', start));
  return { url: `http://127.0.0.1:${ports.signalling}`, ...keys };
}

async function runApi(settings, parts) {
  const onLog = logFile(path.join(settings.dataDir, 'logs/api.log'));
  const early = [];
  let onWord = (word) => early.push(word);
  const start = (attempt) =>
    startApi({ env: apiEnvironment({ settings, ...parts, attempt }), onLog, onWord: (word) => onWord(word) });
  const ready = await step('Starting the API', () => run('The API', start));
  onWord = passOn;
  greet(ready, settings, early);
}

function run(name, start) {
  const service = keepUp(name, start, { onGiveUp: fail });
  services.unshift(service);
  return service.ready;
}

async function stopServices() {
  isEnding = true;
  for (const service of services) await service.stop();
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
