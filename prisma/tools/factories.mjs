// Driver-adapter factories for the schema engine: @prisma/adapter-pg with two fixes that the engine needs:
// - catalogue columns of type "char" are refused: they are read as text and named characters again for the engine;
// - a script is split at semicolons, which breaks function bodies: it is sent whole.
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { startThrowaway } from '../../tools/database/throwaway.mjs';

const OID_CHAR = 18;
const OID_TEXT = 25;

/** Reads "char" columns as text. Returns a way to ask, once, which columns of the last result were of that type. */
function readCharsAsText(pool) {
  let charColumns = [];
  const query = pool.query.bind(pool);
  pool.query = async (...args) => {
    const result = await query(...args);
    const results = [result].flat();
    const isChar = (field, index) => (field.dataTypeID === OID_CHAR ? [index] : []);
    charColumns = results.at(-1)?.fields?.flatMap(isChar) ?? [];
    for (const field of results.flatMap((each) => each.fields ?? [])) {
      if (field.dataTypeID === OID_CHAR) field.dataTypeID = OID_TEXT;
    }
    return result;
  };
  return () => {
    const columns = charColumns;
    charColumns = [];
    return columns;
  };
}

async function openAdapter(inner, pool, takeCharColumns, dispose) {
  const adapter = await inner.connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of takeCharColumns()) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  if (dispose) adapter.dispose = dispose;
  return adapter;
}

/** The shadow database is always one of our own, also for a server elsewhere: nobody needs the right to create databases. */
async function openShadow() {
  const shadow = await throwawayFactory();
  return shadow.connect(shadow.close);
}

function fit(pool) {
  const inner = new PrismaPg(pool);
  const takeCharColumns = readCharsAsText(pool);
  return {
    provider: 'postgres',
    adapterName: inner.adapterName,
    connect: (dispose) => openAdapter(inner, pool, takeCharColumns, dispose),
    connectToShadowDb: openShadow,
    close: () => pool.end(),
  };
}

export const pgFactory = (connectionString) => fit(new pg.Pool({ connectionString, max: 1 }));

/** An empty database in a server of its own. `close` ends both. */
export async function throwawayFactory() {
  const server = await startThrowaway();
  const factory = pgFactory(server.url);
  const endPool = factory.close;
  factory.close = async () => {
    await endPool();
    await server.stop();
  };
  return factory;
}
