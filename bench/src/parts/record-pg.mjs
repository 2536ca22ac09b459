// Loaded before the API: tells us by message which SQL statements it sends to PostgreSQL, with their values.
import pg from 'pg';

/** @type {{ text: string, values: unknown[], name?: string }[] | null} */
let recorded = null;
const send = pg.Client.prototype.query;

pg.Client.prototype.query = function query(statement, values, ...rest) {
  const { text = statement, name, values: own } = typeof statement === 'string' ? {} : statement;
  recorded?.push({ text, values: values ?? own ?? [], name });
  return send.call(this, statement, values, ...rest);
};

process.on('message', (message) => {
  if (message === 'record') recorded = [];
  if (message === 'recorded?') {
    process.send?.(recorded ?? []);
    recorded = null;
  }
});
