// What is generated and committed is what would be generated now: the API's schema, the clients' typed documents.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { read, root } from './files.mjs';

const run = promisify(execFile);
const SCHEMA = 'libs/contract/schema.graphql';
const PRINT = 'apps/api/src/main/print-schema.ts';
const npm = (...args) => run('npm', args, { cwd: root, maxBuffer: 1 << 25 });

async function schemaDrift() {
  if (!existsSync(path.join(root, PRINT))) return [`${PRINT} is not there: nothing prints the API's schema`];
  const dir = await mkdtemp(path.join(tmpdir(), 'tandem-schema-'));
  const file = path.join(dir, 'schema.graphql');
  await npm('run', '-s', 'schema:print', '-w', '@tandem/api', '--', file);
  const emitted = await readFile(file, 'utf8');
  await rm(dir, { recursive: true });
  if (emitted === read(SCHEMA)) return [];
  const lines = schemaDifference(read(SCHEMA), emitted).map((line) => `\n    ${line}`);
  return [`${SCHEMA} is not what the API emits. Run: npm run schema:print${lines.join('')}`];
}

const DESCRIPTION = /^\s*"""[\s\S]*?"""\n/gm;

/** Lines of the committed schema that the API lacks (-) and the other way round (+), whatever their order and layout. */
export function schemaDifference(committed, emitted) {
  const linesOf = (sdl) => {
    let type = '';
    const lines = printSchema(lexicographicSortSchema(buildSchema(sdl)))
      .replace(DESCRIPTION, '')
      .split('\n')
      .filter((line) => line.trim());
    return new Set(
      lines.map((line) => (/^\S/.test(line) ? (type = line.replace(/ ?\{$/, '')) : `${type}: ${line.trim()}`)),
    );
  };
  const [before, after] = [linesOf(committed), linesOf(emitted)];
  const only = (a, b, sign) => [...a].filter((line) => !b.has(line)).map((line) => `${sign} ${line}`);
  return [...only(before, after, '-'), ...only(after, before, '+')];
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
