import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Beside the number that migrations lock on. */
const LOCK = 72707370;
const NAME = 'tandem sole process';
/** A process that is being replaced may take this long to end. */
const START_WAIT_MS = 10_000;
const TRY_EVERY_MS = 500;
/** How often the line is asked for a sign of life, and how long that may take. */
const BEAT_MS = 5_000;
/**
 * The server gives the lock up when it has not heard of us for so long, in seconds: later than we have noticed that the line
 * is silent, so that we have stopped before another process begins.
 */
const SERVER_KEEPALIVE = { tcp_keepalives_idle: 15, tcp_keepalives_interval: 5, tcp_keepalives_count: 3 };

/** Two processes on one database would each know half of what happens: who is connected, whom to wake, who is shut out. */
export interface SoleProcess {
  /** Whether this process is the one. While it is not sure, it must not touch the database. */
  isSure(): boolean;
  release(): Promise<void>;
}

interface Options {
  /** Another process has the database now: this one must end. */
  onReplaced: () => void;
  startWait?: number;
  beat?: number;
}

/**
 * Holds a lock on a connection of its own for as long as this process lives. When the connection is lost, the process is not
 * sure until it has the lock again.
 * @returns null when another process has it
 * @throws what the driver throws when the database can't be reached at the start
 */
export async function becomeSoleProcess(connectionString: string, options: Options): Promise<SoleProcess | null> {
  const { onReplaced, startWait = START_WAIT_MS, beat = BEAT_MS } = options;
  const own = `${NAME} ${randomUUID()}`;
  let held: pg.Client | null = null;
  let isReleased = false;

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString,
      application_name: own,
      connectionTimeoutMillis: beat,
      query_timeout: beat,
      keepAlive: true,
    });
    client.on('error', () => undefined); // "end" follows
    await client.connect();
    for (const [name, seconds] of Object.entries(SERVER_KEEPALIVE)) await client.query(`SET ${name} = ${seconds}`);
    return client;
  }

  /** @returns whether the lock is ours now; what an earlier connection of ours left behind is ended */
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

  /** @returns whether it has the lock; false when another process keeps it for longer than we wait */
  async function tryFor(milliseconds: number): Promise<boolean> {
    const client = await connect();
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
      client.query('SELECT 1').catch(() => lose()); // silent, or gone
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
      const hasIt = await tryFor(startWait).catch(() => null); // null: the database is away
      if (hasIt === false && !isReleased) return onReplaced();
      if (!hasIt) await sleep(TRY_EVERY_MS);
    }
  }

  if (!(await tryFor(startWait))) return null;
  return {
    isSure: () => held !== null,
    async release() {
      isReleased = true;
      const client = held;
      held = null;
      await client?.end().catch(() => undefined);
    },
  };
}

/** Refuses every connection while `isOpen` says no: nothing is read or written then. */
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
