// npm start: from a fresh clone to a running Tandem, and every process ended with it.
// Node built-ins only, and no syntax newer than Node 20: the first start runs before anything is installed.
import path from 'node:path';
import { apiEnvironment, startApi } from './api.mjs';
import { greet, passOn } from './greet.mjs';
import { launch, runDatabase, runLiveKit, runService } from './launcher.mjs';
import { logFile } from './log-file.mjs';
import { readOptions, USAGE } from './options.mjs';
import { version } from './paths.mjs';
import { checkPlace } from './place.mjs';
import { checkPorts } from './ports.mjs';
import { say } from './say.mjs';
import { build } from './steps/build.mjs';
import { install } from './steps/install.mjs';

async function main() {
  const settings = readOptions(process.argv.slice(2), process.env);
  if (settings.isHelp) return say(USAGE);
  if (settings.isVersion) return say(version);
  checkPlace(settings);
  await checkPorts(settings);
  await install();
  await build();
  const database = await runDatabase(settings);
  const livekit = await runLiveKit(settings);
  await runApi(settings, { livekit, database });
}

async function runApi(settings, parts) {
  const onLog = logFile(path.join(settings.dataDir, 'logs/api.log'));
  const early = [];
  let onWord = (word) => early.push(word);
  const start = (attempt) =>
    startApi({ env: apiEnvironment({ settings, ...parts, attempt }), onLog, onWord: (word) => onWord(word) });
  const ready = await runService('The API', start);
  onWord = passOn;
  greet(ready, settings, early);
}

launch(main);
