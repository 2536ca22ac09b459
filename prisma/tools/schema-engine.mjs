#!/usr/bin/env node
// Replaces Prisma's native `schema-engine` binary: the same JSON-RPC lines over stdio, answered by the same engine as
// WASM. Without an address it works on an empty database of its own. prisma.config.ts selects it.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const ENGINE_ERROR = 4466;
const EMPTY_SCHEMA = ['schema.prisma', 'datasource db {\n  provider = "postgresql"\n}\n'];
/** Names that the command line uses and the WASM engine spells otherwise. */
const RENAMED = { getDatabaseVersion: 'version' };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true, short: 'd' },
    datasource: { type: 'string' },
    version: { type: 'boolean' },
  },
});

async function openFactory() {
  const url = values.datasource ? JSON.parse(values.datasource).url : undefined;
  const { pgFactory, throwawayFactory } = await import('./factories.mjs');
  return url ? pgFactory(url) : throwawayFactory();
}

/** `can-connect-to-database` and its kin: exit 0 or one line of JSON on stderr, as the native binary does. */
async function answerCli() {
  try {
    const factory = await openFactory();
    const adapter = await factory.connect();
    await adapter.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] });
    await factory.close();
    return 0;
  } catch (error) {
    const fields = { message: String(error.message), is_panic: false, error_code: error.code ?? 'P1001' };
    console.error(JSON.stringify({ timestamp: new Date(), level: 'ERROR', fields, target: 'schema-engine' }));
    return 1;
  }
}

let opened;
function engineOnce() {
  opened ??= (async () => {
    const { createEngine } = await import('./wasm-engine.mjs');
    const factory = await openFactory();
    const files = (values.datamodels ?? []).map((file) => [file, readFileSync(file, 'utf8')]);
    return { engine: await createEngine(factory, files.length ? files : [EMPTY_SCHEMA]), close: factory.close };
  })();
  return opened;
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

async function run(id, method, params) {
  if (method === 'createDatabase') return { databaseName: 'postgres' };
  const { engine } = await engineOnce();
  if (method === 'createMigration' || method === 'evaluateDataLoss') {
    // A fresh WASM engine opens a shadow database only in some commands; this one fills its cache for the others.
    await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
  }
  const result = await engine[RENAMED[method] ?? method](params);
  if (method !== 'diff' || result?.stdout == null) return result ?? {};
  send({ id: `print${id}`, method: 'print', params: { content: result.stdout } });
  return { ...result, stdout: null };
}

async function serve() {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line);
    if (!method) continue; // the command line's answer to our print
    try {
      send({ id, result: await run(id, method, params) });
    } catch (error) {
      const data = {
        is_panic: false,
        message: error.message,
        meta: error.meta ?? null,
        error_code: error.code ?? null,
      };
      send({
        id,
        error: { code: ENGINE_ERROR, message: 'An error happened. Check the data field for details.', data },
      });
    }
  }
  if (opened) await (await opened).close();
}

if (values.version) console.log('schema-engine-cli wasm');
else if (positionals[0] === 'cli') process.exit(await answerCli());
else await serve();
