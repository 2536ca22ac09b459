// npm run db:new -- add_things : writes prisma/migrations/<time>_add_things/migration.sql from what the schema has changed.
// npm run db:check             : fails when the schema and the migrations differ.
// Both work offline: the migrations are played on a database that is thrown away afterwards.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { throwawayFactory } from './factories.mjs';
import { createEngine, LOCK_FILE, LOCK_TEXT, NO_FILTER, readMigrations, readSchema } from './wasm-engine.mjs';

const home = path.join(import.meta.dirname, '..');
const migrationsDir = path.join(home, 'migrations');

/** The SQL that leads from the migrations to the schema; undefined when there is none. */
async function difference() {
  const files = readSchema(path.join(home, 'schema'));
  const factory = await throwawayFactory();
  const schemaFiles = files.map((file) => [file.path, file.content]);
  const engine = await createEngine(factory, schemaFiles);
  const from = { tag: 'migrations', ...readMigrations(migrationsDir) };
  const to = { tag: 'schemaDatamodel', files };
  const { stdout, exitCode } = await engine.diff({ from, to, script: true, exitCode: true, filters: NO_FILTER });
  await factory.close();
  return exitCode === 2 ? stdout : undefined;
}

function write(name, sql) {
  const lock = path.join(migrationsDir, LOCK_FILE);
  mkdirSync(migrationsDir, { recursive: true });
  if (!existsSync(lock)) writeFileSync(lock, LOCK_TEXT);
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const target = path.join(migrationsDir, `${stamp}_${name}`);
  mkdirSync(target);
  writeFileSync(path.join(target, 'migration.sql'), sql);
  return path.relative(process.cwd(), path.join(target, 'migration.sql'));
}

async function main([name]) {
  if (name === '--check') {
    const sql = await difference();
    if (!sql) return console.log('The migrations match the schema.');
    console.error(`The schema is ahead of prisma/migrations. Run "npm run db:new -- <name>". Missing:\n${sql}`);
    process.exitCode = 1;
    return;
  }
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    console.error('Usage: npm run db:new -- <snake_case_name>   or   npm run db:check');
    process.exitCode = 2;
    return;
  }
  const sql = await difference();
  if (!sql) return console.log('Nothing to migrate.');
  console.log(`${write(name, sql)}\n\n${sql}`);
}

await main(process.argv.slice(2));
// The WASM engine keeps handles open that nothing closes.
process.exit();
