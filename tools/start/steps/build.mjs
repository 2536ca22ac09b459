import { closeSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tryLock } from '../../database/lock.mjs';
import { fingerprint } from '../fingerprint.mjs';
import { root } from '../paths.mjs';
import { npm } from '../processes.mjs';
import { Problem, step } from '../say.mjs';

const SOURCES = [
  ...['apps', 'libs', 'prisma', 'package.json', 'package-lock.json', 'nx.json', 'tsconfig.base.json'],
  ...['codegen.ts', 'prisma.config.ts'],
];
const OUTPUTS = ['dist', 'src/generated', 'src/gql'];
const MUST_EXIST = [
  'apps/api/dist/main/main.js',
  'apps/csr-console/dist/index.html',
  'apps/customer-portal/dist/index.html',
];
/** Goes with node_modules, as what nx remembers does. */
const STAMP = path.join(root, 'node_modules/.tandem-build');
const LOCK = path.join(root, 'node_modules/.tandem-build.lock');
const LOOK_AGAIN_MS = 300;

const isNoSource = (name) =>
  ['node_modules', 'test', ...OUTPUTS.map((place) => path.basename(place))].includes(name) || /\.test\.\w+$/.test(name);

function stamp() {
  const workspaces = ['apps', 'libs'].flatMap((home) =>
    readdirSync(path.join(root, home)).flatMap((name) => OUTPUTS.map((output) => path.join(home, name, output))),
  );
  const sources = fingerprint(root, SOURCES, { isLeftOut: isNoSource });
  return `${sources}\n${fingerprint(root, workspaces, { by: 'date' })}\n`;
}

const isBuilt = () =>
  MUST_EXIST.every((file) => existsSync(path.join(root, file))) &&
  existsSync(STAMP) &&
  readFileSync(STAMP, 'utf8') === stamp();

/** Generates code and builds every part, unless neither a source nor a result has changed since the last time. */
export async function build() {
  const lock = await takeLock();
  try {
    if (isBuilt()) return;
    await must('Generating the database client and the typed operations', 'generate');
    await must('Building the API, the console and the portal', 'build');
    writeFileSync(STAMP, stamp());
  } finally {
    if (lock !== undefined) closeSync(lock);
  }
}

/** Of two starts in one folder at the same time one builds, and the other waits for it. */
async function takeLock() {
  try {
    for (;;) {
      const lock = tryLock(LOCK);
      if (lock !== null) return lock;
      await sleep(LOOK_AGAIN_MS);
    }
  } catch {
    return undefined; // files can't be locked here: then nobody is waited for
  }
}

async function must(doing, script) {
  await step(doing, async () => {
    const { code, lines } = await npm(['run', '--silent', script], { env: { NODE_ENV: 'production' } });
    if (code === 0) return;
    throw new Problem(
      `npm run ${script} failed, its last lines are above: mend what they name, then run npm start again.`,
      {
        details: lines,
      },
    );
  });
}
