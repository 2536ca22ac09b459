// The embedded database behind the face of a real one. node-postgres speaks its wire protocol to PGlite over a Duplex
// where a socket would be, so that whatever takes a `pg.Pool` (Prisma's adapter, the migration runner) has one code path
// for both databases. No relative imports here: Prisma's tools load this file with Node's own type stripping.
import { Duplex } from 'node:stream';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import pg from 'pg';

/** Frontend messages after which a server answers: query, sync, flush, function call. The rest only fills the batch. */
const ANSWERED = new Set(['Q', 'S', 'H', 'F'].map((letter) => letter.charCodeAt(0)));
const TERMINATE = 'X'.charCodeAt(0);
const LENGTH_BYTES = 4;

class PgliteSocket extends Duplex {
  readonly #db: PGlite;
  #unread: Buffer = Buffer.alloc(0);
  #batch: Buffer[] = [];
  #hasStarted = false;

  constructor(db: PGlite) {
    super({ allowHalfOpen: false });
    this.#db = db;
  }

  // What node-postgres calls on a net.Socket. There is no wire, so most of it has nothing to do.
  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed as they come.
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.#receive(chunk).then(() => done(), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.push(null);
    this.#reset().then(() => done(), done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#reset().then(
      () => done(error),
      () => done(error),
    );
  }

  /** A server drops its backend with the connection. Ours stays, so its transaction and session state must go by hand. */
  async #reset(): Promise<void> {
    if (!this.#hasStarted || this.#db.closed) return;
    this.#hasStarted = false;
    if (this.#db.isInTransaction()) await this.#db.exec('ROLLBACK');
    await this.#db.exec('DISCARD ALL');
  }

  async #receive(chunk: Buffer): Promise<void> {
    this.#unread = this.#unread.length ? Buffer.concat([this.#unread, chunk]) : chunk;
    for (let message = this.#nextMessage(); message; message = this.#nextMessage()) {
      if (this.#hasStarted && message[0] === TERMINATE) {
        this.push(null);
        await this.#reset();
        return;
      }
      this.#batch.push(message);
      if (this.#hasStarted && !ANSWERED.has(message[0] ?? 0)) continue;
      this.#hasStarted = true;
      await this.#answer();
    }
  }

  /** Takes one whole message off the buffer. The startup packet alone has no type byte before its length. */
  #nextMessage(): Buffer | undefined {
    const lengthAt = this.#hasStarted ? 1 : 0;
    if (this.#unread.length < lengthAt + LENGTH_BYTES) return undefined;
    const size = lengthAt + this.#unread.readInt32BE(lengthAt);
    if (this.#unread.length < size) return undefined;
    const message = this.#unread.subarray(0, size);
    this.#unread = this.#unread.subarray(size);
    return message;
  }

  async #answer(): Promise<void> {
    const request = Buffer.concat(this.#batch);
    this.#batch = [];
    const answer = await this.#db.runExclusive(() => this.#db.execProtocolRaw(request));
    // Copied: the answer may be a view of memory that the next call writes over.
    if (answer.length) this.push(Buffer.from(answer));
  }
}

/**
 * Opens an embedded database.
 * @param options `dataDir` for one that is kept, nothing for one in memory. PGlite does not lock its folder: the caller does.
 */
export function openPglite(options: PGliteOptions = {}): Promise<PGlite> {
  return PGlite.create(options);
}

/**
 * A pool of exactly one connection, which is the given PGlite. Closing the pool leaves the database open.
 * A query outside `tx` made inside a transaction would wait for itself: it fails after `connectionTimeoutMillis` (10 s).
 */
export function pglitePool(db: PGlite, config: pg.PoolConfig = {}): pg.Pool {
  return new pg.Pool({
    connectionTimeoutMillis: 10_000,
    ...config,
    user: 'postgres',
    database: 'postgres',
    password: '',
    ssl: false,
    max: 1,
    idleTimeoutMillis: 0,
    maxLifetimeSeconds: 0,
    stream: () => new PgliteSocket(db),
  });
}
