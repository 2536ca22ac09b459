// npm run database -- <command>: runs a command on the database of the data folder, as in `npm run -s database -- pg_dump`.
// Where Tandem runs, it is that one; else the database is started for the command alone.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { urlOf } from '../database/cluster.mjs';
import { provideDatabase, placesOf } from './database.mjs';
import { readOptions } from './options.mjs';
import { toolEnv } from './paths.mjs';
import { complain, Problem } from './say.mjs';

const PORT_LINE = 3;

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** @returns its address, if it runs; a file left by a crash is detected by connecting */
async function runningAt({ folder, passwordFile }) {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const port = readFileSync(file, 'utf8').split('\n')[PORT_LINE];
  const url = urlOf(port, readFileSync(passwordFile, 'utf8').trim());
  const { default: pg } = await import('pg');
  const client = new pg.Client(url);
  return client.connect().then(
    () => client.end().then(() => url),
    () => undefined,
  );
}

async function open() {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) return { url: DATABASE_URL, stop: async () => undefined };
  const { dataDir, ports } = readOptions([], process.env);
  const places = placesOf(dataDir);
  if (!existsSync(places.folder))
    throw new Problem(`There is no database in ${dataDir} yet: run npm start first, or set DATA_DIR or DATABASE_URL.`);
  const running = await runningAt(places);
  if (running) return { url: running, stop: async () => undefined };
  const { url, start } = await provideDatabase({ dataDir, ports: { ...ports, database: await freePort() } });
  const { ready, stop } = start();
  await ready;
  return { url, stop };
}

/** As PostgreSQL's own programs want it. */
function environmentOf(url) {
  const { hostname, port, username, password, pathname } = new URL(url);
  const [PGUSER, PGPASSWORD, PGDATABASE] = [username, password, pathname.slice(1)].map(decodeURIComponent);
  return { DATABASE_URL: url, PGHOST: hostname, PGPORT: port || '5432', PGUSER, PGPASSWORD, PGDATABASE };
}

async function main([command, ...args]) {
  if (!command)
    throw new Problem('Name the command that is to run, as in: npm run -s database -- pg_dump > backup.sql');
  const { url, stop } = await open();
  const child = spawn(command, args, { stdio: 'inherit', env: toolEnv(environmentOf(url)) });
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve((complain(new Problem(`${command} can't be run: ${error.message}.`)), 127)));
    child.once('exit', (status) => resolve(status ?? 1));
  });
  await stop();
  process.exitCode = code;
}

await main(process.argv.slice(2)).catch((error) => {
  complain(error);
  process.exitCode = 1;
});
