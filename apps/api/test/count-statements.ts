import { AsyncLocalStorage } from 'node:async_hooks';
import { Server, type IncomingMessage, type ServerResponse } from 'node:http';
import { PATHS } from '@tandem/contract';
import pg from 'pg';

/** The statements that one request sent to the database, without transaction control. */
interface Counted {
  statements: string[];
  isOver: boolean;
}
const BOUNDS = /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/i;

/**
 * Counts, from now on, the SQL statements of each HTTP request. Work outside requests (sweeps, the relay) is not
 * counted, nor work that a request continues after its answer.
 */
export function countStatements() {
  const current = new AsyncLocalStorage<Counted>();
  let last: Counted = { statements: [], isOver: true };
  const { query } = pg.Client.prototype;
  const { connect } = pg.Pool.prototype;
  const hadEmit = Object.hasOwn(Server.prototype, 'emit');
  const { emit } = Server.prototype;

  pg.Client.prototype.query = function (this: pg.Client, ...given: never[]) {
    const [first] = given as unknown[];
    const text = typeof first === 'string' ? first : String((first as { text?: unknown }).text);
    const counted = current.getStore();
    if (counted && !counted.isOver && !BOUNDS.test(text)) counted.statements.push(text);
    return (query as (...all: never[]) => unknown).apply(this, given);
  } as typeof query;
  // keep the async context: a waiting request gets its connection when another request releases it
  pg.Pool.prototype.connect = function (this: pg.Pool, done?: (...all: never[]) => void) {
    return (connect as (done?: unknown) => unknown).call(this, done && AsyncLocalStorage.bind(done));
  } as typeof connect;
  Server.prototype.emit = function (this: Server, name: string, ...given: unknown[]) {
    const go = () => (emit as (...all: unknown[]) => boolean).call(this, name, ...given);
    if (name !== 'request') return go();
    const [request, response] = given as [IncomingMessage, ServerResponse];
    const counted: Counted = { statements: [], isOver: false };
    response.once('finish', () => (counted.isOver = true));
    if (request.url === PATHS.graphql) last = counted; // the media server sends requests too, to other paths
    return current.run(counted, go);
  } as typeof emit;

  return {
    /** Of the last GraphQL request. */
    last: () => last.statements,
    stop() {
      pg.Client.prototype.query = query;
      pg.Pool.prototype.connect = connect;
      if (hadEmit) Server.prototype.emit = emit;
      else delete (Server.prototype as Partial<Server>).emit;
    },
  };
}
