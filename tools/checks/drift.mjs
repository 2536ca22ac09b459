// What is generated and committed is what would be generated now: the API's schema, the clients' typed documents.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { read, root } from './files.mjs';

const run = promisify(execFile);
const SCHEMA = 'libs/contract/schema.graphql';
const PRINT = 'apps/api/src/main/print-schema.ts';
const npm = (...args) => run('npm', args, { cwd: root, maxBuffer: 1 << 25 });

async function schemaDrift() {
  if (!existsSync(path.join(root, PRINT))) return [`${PRINT} is not there: nothing prints the API's schema`];
  const { stdout } = await npm('run', '-s', 'schema:print');
  if (stdout.trim() === read(SCHEMA).trim()) return [];
  return [`${SCHEMA} is not what the API emits. Run: npm run -s schema:print > ${SCHEMA}`];
}

async function documentDrift() {
  try {
    await npm('run', '-s', 'codegen', '--', '--check');
    return [];
  } catch (error) {
    const said = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim().split('\n').slice(-12).join('\n    ');
    return [`The typed documents are not what codegen makes. Run: npm run codegen\n    ${said}`];
  }
}

const broken = (what) => (error) => [`${what}: ${error.stderr || error.message}`];

export async function checkDrift() {
  const found = await Promise.all([schemaDrift().catch(broken('The schema could not be printed')), documentDrift()]);
  return found.flat();
}
