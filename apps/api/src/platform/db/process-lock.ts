import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Beside the advisory lock id of the migrations. */
const LOCK = 72707370;
const NAME = 'tandem process lock';
/** Time that a process that is being replaced may need to exit. */
const START_WAIT_MS = 10_000;
const TRY_EVERY_MS = 500;
/** Timeout of the first connection: while a process starts on a busy machine, it is slow to answer itself. */
const FIRST_CONNECT_MS = 20_000;
/** How often the connection is checked, and the timeout of a check and of a new connection. */
const BEAT_MS = 5_000;
/**
 * In seconds. The server releases the lock when it has received nothing for this long: later than we notice a lost
 * connection, so that we have stopped before another process starts.
 */
const SERVER_KEEPALIVE = { tcp_keepalives_idle: 15, tcp_keepalives_interval: 5, tcp_keepalives_count: 3 };

/**
 * Two processes on one database would each have incomplete in-memory state: connections, subscribers to wake, revoked
 * sockets.
 */
export interface ProcessLock {
  /** Whether this process owns the database. While unsure, it must not use it. */
  isOwned(): boolean;
  release(): Promise<void>;
}

interface Options {
  /** Another process owns the database now: this one must exit. */
  onReplaced: () => void;
  startWait?: number;
  beat?: number;
}

/**
 * Holds an advisory lock on a dedicated connection for the lifetime of this process. When the connection is lost,
 * ownership is unsure until the lock is acquired again.
 * @returns null when another process has it
 * @throws the driver's error when the database can't be reached at the start
 */
export async function acquireProcessLock(connectionString: string, options: Options): Promise<ProcessLock | null> {
  const { onReplaced, startWait = START_WAIT_MS, beat = BEAT_MS } = options;
  const own = `${NAME} ${randomUUID()}`;
  let held: pg.Client | null = null;
  let isReleased = false;

  async function connect(connectionTimeoutMillis: number): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString,
      application_name: own,
      connectionTimeoutMillis,
      query_timeout: beat,
      keepAlive: true,
    });
    client.on('error', () => undefined); // "end" follows
    await client.connect();
    for (const [name, seconds] of Object.entries(SERVER_KEEPALIVE)) await client.query(`SET ${name} = ${seconds}`);
    return client;
  }

  /** Terminates what an earlier connection of this process left behind. @returns whether we have the lock now */
  async function take(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query<{ is_ours: boolean }>('SELECT pg_try_advisory_lock($1::bigint) AS is_ours', [
      LOCK,
    ]);
    if (rows[0]!.is_ours) return true;
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()',
      [own],
    );
    return false;
  }

  /** @returns false when another process keeps the lock beyond the timeout */
  async function tryFor(milliseconds: number, connectTimeout: number): Promise<boolean> {
    const client = await connect(connectTimeout);
    try {
      for (let waited = 0; !isReleased && waited <= milliseconds; waited += TRY_EVERY_MS) {
        if (waited) await sleep(TRY_EVERY_MS);
        if (await take(client)) {
          keep(client);
          return true;
        }
      }
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    await client.end();
    return false;
  }

  function keep(client: pg.Client): void {
    held = client;
    const timer = setInterval(() => {
      client.query('SELECT 1').catch(() => lose()); // not answering, or closed
    }, beat).unref();
    function lose(): void {
      if (held !== client) return;
      held = null;
      clearInterval(timer);
      client.end().catch(() => undefined);
      if (!isReleased) void regain();
    }
    client.once('end', lose);
  }

  async function regain(): Promise<void> {
    while (!isReleased && !held) {
      const hasIt = await tryFor(startWait, beat).catch(() => null); // null: the database is unavailable
      if (hasIt === false && !isReleased) return onReplaced();
      if (!hasIt) await sleep(TRY_EVERY_MS);
    }
  }

  if (!(await tryFor(startWait, FIRST_CONNECT_MS))) return null;
  return {
    isOwned: () => held !== null,
    async release() {
      isReleased = true;
      const client = held;
      held = null;
      await client?.end().catch(() => undefined);
    },
  };
}

/** Rejects every connection while `isOpen` returns false: nothing is read or written then. */
export function guardPool(pool: pg.Pool, isOpen: () => boolean): void {
  const connect = pool.connect.bind(pool) as (...args: unknown[]) => unknown;
  const closed = () =>
    Object.assign(new Error('another process may have this database'), { code: '57P01', severity: 'FATAL' });
  pool.connect = ((onConnected?: (error: Error) => void) => {
    if (isOpen()) return onConnected ? connect(onConnected) : connect();
    if (!onConnected) return Promise.reject(closed());
    process.nextTick(() => onConnected(closed()));
    return undefined;
  }) as typeof pool.connect;
}
