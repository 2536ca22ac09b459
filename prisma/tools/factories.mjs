// Driver-adapter factories for the schema engine. One adapter for both databases, @prisma/adapter-pg, with two mends that
// the engine needs and the adapter lacks:
// - catalogue columns of type "char" are refused: they are read as text and named characters again for the engine;
// - a script is split at semicolons, which breaks function bodies: it is sent whole.
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { openPglite, pglitePool } from '../../apps/api/src/platform/db/pglite-pool.ts';

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

/** The shadow database is always one in memory, also for a PostgreSQL: nobody needs the right to create databases. */
async function openShadow() {
  const db = await openPglite();
  const shadow = fit(pglitePool(db));
  return shadow.connect(async () => {
    await shadow.close();
    await db.close();
  });
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

/** @param {string} [dataDir] a folder that is kept; without it the database lives in memory. `close` ends the database too. */
export async function pgliteFactory(dataDir) {
  const db = await openPglite(dataDir ? { dataDir } : {});
  const factory = fit(pglitePool(db));
  const endPool = factory.close;
  factory.close = async () => {
    await endPool();
    await db.close();
  };
  return factory;
}
