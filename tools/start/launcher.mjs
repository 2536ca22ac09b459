// What npm start and npm run dev have in common: the services below the API, and an end in which every process goes.
import path from 'node:path';
import { provideDatabase } from './database.mjs';
import { ownKeys } from './livekit/config.mjs';
import { provideLiveKit } from './livekit/provide.mjs';
import { startLiveKit } from './livekit/serve.mjs';
import { logFile } from './log-file.mjs';
import { killAll } from './processes.mjs';
import { complain, say, step } from './say.mjs';
import { createServices } from './services.mjs';

let isEnding = false;
const services = createServices({ onGiveUp: fail });

/** Starts a service, keeps it up and says so. @returns {Promise<unknown>} what its first start is ready with */
export const runService = (name, start) =>
  step(`Starting ${name.replace(/^The /, 'the ')}`, () => services.run(name, start));

/** The first to start and the last to end: the API writes until it has ended. */
export async function runDatabase(settings) {
  if (settings.hasDatabase) return undefined;
  const onLine = logFile(path.join(settings.dataDir, 'logs/database.log'));
  const { url, start } = await provideDatabase(settings, { onLine });
  await runService('The database', start);
  return { url };
}

export async function runLiveKit(settings) {
  if (settings.livekit) return settings.livekit;
  const { ports, dataDir, mediaAddress: nodeIp } = settings;
  const command = await provideLiveKit({ dataDir });
  const keys = ownKeys(dataDir);
  const onLine = logFile(path.join(dataDir, 'logs/livekit.log'));
  await runService('The LiveKit server', () => startLiveKit({ command, ports, keys, nodeIp, onLine }));
  return { url: `http://127.0.0.1:${ports.signalling}`, ...keys };
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

/** A second request stops immediately. */
function killNow() {
  killAll();
  process.exit(1);
}

/** Runs a launcher until it is asked to end. */
export function launch(main) {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, leave);
  main().catch(fail);
}
