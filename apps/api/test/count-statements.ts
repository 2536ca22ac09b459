import { AsyncLocalStorage } from 'node:async_hooks';
import { Server, type IncomingMessage, type ServerResponse } from 'node:http';
import { PATHS } from '@tandem/contract';
import pg from 'pg';

/** What one request asked the database, but for the bounds of its transactions. */
interface Counted {
  statements: string[];
  isOver: boolean;
}
const BOUNDS = /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/i;

/**
 * Counts, from now on, what requests of HTTP ask the database. What the server does by itself (sweeps, the relay) is in no
 * request, and what a request leaves to be done after its answer is not counted either.
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
  // whoever waits for a connection gets it while another request gives it back
  pg.Pool.prototype.connect = function (this: pg.Pool, done?: (...all: never[]) => void) {
    return (connect as (done?: unknown) => unknown).call(this, done && AsyncLocalStorage.bind(done));
  } as typeof connect;
  Server.prototype.emit = function (this: Server, name: string, ...given: unknown[]) {
    const go = () => (emit as (...all: unknown[]) => boolean).call(this, name, ...given);
    if (name !== 'request') return go();
    const [request, response] = given as [IncomingMessage, ServerResponse];
    const counted: Counted = { statements: [], isOver: false };
    response.once('finish', () => (counted.isOver = true));
    if (request.url === PATHS.graphql) last = counted; // the media server asks as well, elsewhere
    return current.run(counted, go);
  } as typeof emit;

  return {
    /** Of the GraphQL request that came last. */
    last: () => last.statements,
    stop() {
      pg.Client.prototype.query = query;
      pg.Pool.prototype.connect = connect;
      if (hadEmit) Server.prototype.emit = emit;
      else delete (Server.prototype as Partial<Server>).emit;
    },
  };
}
