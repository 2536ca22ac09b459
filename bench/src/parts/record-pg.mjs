// Loaded before the API: reports by message which SQL statements a request sends to PostgreSQL, with their values.
// Background work of the server (sweeps, the relay) belongs to no request.
import { AsyncLocalStorage } from 'node:async_hooks';
import { Server } from 'node:http';
import pg from 'pg';

/** @type {AsyncLocalStorage<{ text: string, values: unknown[], name?: string }[]>} */
const current = new AsyncLocalStorage();
let recorded = null;
const { query } = pg.Client.prototype;
const { connect } = pg.Pool.prototype;
const { emit } = Server.prototype;

pg.Client.prototype.query = function (statement, values, ...rest) {
  const { text = statement, name, values: own } = typeof statement === 'string' ? {} : statement;
  current.getStore()?.push({ text, values: values ?? own ?? [], name });
  return query.call(this, statement, values, ...rest);
};
// keep the async context: a waiting request gets its connection when another request releases it
pg.Pool.prototype.connect = function (done) {
  return connect.call(this, done && AsyncLocalStorage.bind(done));
};
Server.prototype.emit = function (name, ...given) {
  if (name !== 'request' || !recorded) return emit.call(this, name, ...given);
  return current.run(recorded, () => emit.call(this, name, ...given));
};

process.on('message', (message) => {
  if (message === 'record') recorded = [];
  if (message === 'recorded?') {
    process.send?.([...recorded]);
    recorded = null;
  }
});
