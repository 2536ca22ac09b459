// npm run dev: the API and both pages from their sources at one address, updated as files change.
import path from 'node:path';
import { apiEnvironment } from './api.mjs';
import { startDevApi } from './dev-api.mjs';
import { passOn } from './greet.mjs';
import { launch, runDatabase, runLiveKit, runService } from './launcher.mjs';
import { logFile } from './log-file.mjs';
import { readOptions } from './options.mjs';
import { root, version } from './paths.mjs';
import { checkPlace } from './place.mjs';
import { checkPorts } from './ports.mjs';
import { end, lastLines, start } from './processes.mjs';
import { Problem, say } from './say.mjs';
import { generateClient } from './steps/generate.mjs';
import { install } from './steps/install.mjs';

const USAGE = `npm run dev                    API and pages at http://localhost:4100, updated as files change
npm run dev -- --port 4200     at another port (seven in a row are used)
npm run dev -- --inspect       a debugger may attach to the API at 127.0.0.1:9229`;
const INSPECT = '127.0.0.1:9229';
const PAGES_STOP_MS = 2_000;

async function main() {
  const args = process.argv.slice(2);
  const settings = readOptions(
    args.filter((arg) => arg !== '--inspect'),
    process.env,
  );
  if (settings.isHelp) return say(USAGE);
  if (settings.lan) throw new Problem('npm run dev is for this machine alone: start it without --lan.');
  checkPlace(settings);
  await checkPorts(settings);
  await install();
  await generateClient();
  const database = await runDatabase(settings);
  const livekit = await runLiveKit(settings);
  const words = await runApi(settings, {
    database,
    livekit,
    inspect: args.includes('--inspect') ? INSPECT : undefined,
  });
  await runPages(settings);
  greet(settings, words);
}

/** The front has the port that people type; the API's own follows those that npm start uses. */
const apiPort = ({ ports }) => Math.max(...Object.values(ports)) + 1;

/** @returns what the API said before it was ready */
async function runApi(settings, { inspect, ...parts }) {
  const onLog = logFile(path.join(settings.dataDir, 'logs/api.log'));
  const early = [];
  let onWord = (word) => early.push(word);
  const start = (attempt) => {
    const ports = { ...settings.ports, http: apiPort(settings) };
    const env = {
      ...apiEnvironment({ settings: { ...settings, ports }, ...parts, attempt }),
      NODE_ENV: 'development',
      PUBLIC_URL: `http://localhost:${settings.port}`,
      TANDEM_PARENT_PIPE: '', // the tether ends it
    };
    return startDevApi({ env, inspect, onLog, onWord: (word) => onWord(word) });
  };
  await runService('The API', start);
  onWord = (word) => (word.restarted ? say('  The API restarted') : passOn(word));
  return early;
}

const runPages = (settings) => runService('The pages', () => startPages(settings));

function startPages(settings) {
  const child = start('node', [
    path.join(root, 'tools/start/dev-pages.mjs'),
    String(settings.port),
    `http://127.0.0.1:${apiPort(settings)}`,
  ]);
  let resolve, reject;
  const ready = new Promise((...settle) => ([resolve, reject] = settle));
  const lines = lastLines(child, (line) => (line === 'ready' ? resolve() : say(line)));
  const exited = new Promise((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('close', (code, by) => settle(by ?? `code ${code}`));
  });
  exited.then((how) => reject(new Problem(`The pages can't be served (${how}).`, { details: lines })));
  ready.catch(() => {}); // handled by the callers that await it
  return { ready, exited, stop: () => end(child, { timeoutMs: PAGES_STOP_MS }) };
}

function greet({ port, dataDir }, words) {
  say(`\nTandem ${version} runs from its sources.`);
  say(`  Console   http://localhost:${port}/console/`);
  say(`  Portal    http://localhost:${port}/`);
  say(`  GraphQL   http://localhost:${port}/graphql`);
  say(`  Data      ${dataDir}`);
  for (const word of words) passOn(word);
  say('\nPress Ctrl-C to stop.');
}

launch(main);
