import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '../clock/index.js';
import { statement, type Database } from '../db/index.js';
import type { Log } from '../log/index.js';
import { eventTable, toEventRow, type EventLog, type EventRow, type EventType } from './event-log.js';

const BATCH = 100;
const UNTOLD = eventTable.select(
  `WHERE dispatched_at IS NULL AND stream <> ALL ($1) ORDER BY at, stream, seq LIMIT ${BATCH}`,
);
const TOLD = statement('UPDATE event SET dispatched_at = $3 WHERE stream = $1 AND seq = ANY ($2)');

/**
 * Delivers committed events to listeners that act outside the transaction (the media server, open sockets, read
 * models). At least once and in order within a stream; listeners must be idempotent. When a listener fails, the event
 * is delivered again by the next drain, and later events of its stream wait; other streams are blocked neither by a
 * failing nor by a slow one.
 */
export interface Relay {
  on<T extends EventType>(type: T, listener: (event: EventRow<T>) => Promise<void>): void;
  /** Called once per batch of events of a stream. */
  onStream(listener: (stream: string) => Promise<void>): void;
  /** Resolves when everything committed before has been delivered, or has failed once. */
  drain(): Promise<void>;
  /**
   * Resolves when everything committed before has been delivered, and delivers nothing afterwards: the next start
   * continues.
   */
  stop(): Promise<void>;
}

export function createRelay(deps: { db: Database; events: EventLog; clock: Clock; log: Log }): Relay {
  const { db, events, clock, log } = deps;
  const byType = new Map<string, ((event: never) => Promise<void>)[]>();
  const ofStreams: ((stream: string) => Promise<void>)[] = [];
  /** Streams with a delivery in progress. */
  const telling = new Map<string, Promise<void>>();
  /** Of these, the ones that a round skipped: they may have more events. */
  const passedOver = new Set<string>();
  const failed = new Set<string>();
  let round: Promise<void> | null = null;
  let isAskedAgain = false;
  let isStopped = false;
  /** Deliveries run outside the async context of the request whose commit woke the relay. */
  const apart = AsyncLocalStorage.snapshot();

  /** Delivers events until one fails. @returns whether all were delivered */
  async function tell(stream: string, rows: EventRow[]): Promise<boolean> {
    let row: EventRow | undefined;
    try {
      for (row of rows) for (const listener of byType.get(row.type) ?? []) await listener(row as never);
      for (const listener of ofStreams) await listener(stream);
      return true;
    } catch (error) {
      log.error({ err: error, stream, seq: row?.seq, type: row?.type }, 'an event will be told again');
      return false;
    }
  }

  async function markTold(stream: string, rows: EventRow[]): Promise<void> {
    await db.sql(TOLD, [stream, rows.map(({ seq }) => seq), clock.now()]);
  }

  async function tellStream(stream: string, rows: EventRow[]): Promise<void> {
    if (await tell(stream, rows)) await markTold(stream, rows);
    else failed.add(stream);
  }

  function begin(stream: string, rows: EventRow[]): void {
    const line = tellStream(stream, rows)
      .catch((error: unknown) => log.error({ err: error, stream }, 'the relay will run again'))
      .finally(() => {
        telling.delete(stream);
        if (passedOver.delete(stream)) void kick();
      });
    telling.set(stream, line);
  }

  /** @returns whether there may be more */
  async function beginBatch(): Promise<boolean> {
    for (const stream of telling.keys()) passedOver.add(stream);
    const rows = await db.sql(UNTOLD, [[...telling.keys(), ...failed]]);
    const lines = Map.groupBy(rows.map(toEventRow), ({ stream }) => stream);
    lines.forEach((own, stream) => begin(stream, own));
    return rows.length === BATCH;
  }

  async function run(): Promise<void> {
    do {
      isAskedAgain = false;
      while (!isStopped && (await beginBatch()));
    } while (isAskedAgain);
  }

  function kick(): Promise<void> {
    if (isStopped) return Promise.resolve();
    if (round) isAskedAgain = true;
    else
      round = run()
        .catch((error: unknown) => log.error({ err: error }, 'the relay will run again'))
        .finally(() => (round = null));
    return round;
  }

  async function drain(): Promise<void> {
    failed.clear();
    await kick();
    while (telling.size) {
      await Promise.all(telling.values());
      await round;
    }
  }

  events.onCommit(() => void apart(kick));
  return {
    on: (type, listener) => void byType.set(type, [...(byType.get(type) ?? []), listener]),
    onStream: (listener) => void ofStreams.push(listener),
    drain,
    async stop() {
      await drain();
      isStopped = true;
      await round; // deliveries that were started in the meantime
      await Promise.all(telling.values());
    },
  };
}
