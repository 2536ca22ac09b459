import type { Clock } from '../clock/index.js';
import type { Database } from '../db/index.js';
import type { Log } from '../log/index.js';
import { toEventRow, type EventLog, type EventRow, type EventType } from './event-log.js';

const BATCH = 100;

/**
 * Tells of committed events to whoever acts outside the transaction (the media server, open sockets, read models).
 * At least once and in order within a stream; a listener must bear being told twice. A listener that fails is told again
 * with the next round, and the events of its stream wait behind it.
 */
export interface Relay {
  on<T extends EventType>(type: T, listener: (event: EventRow<T>) => Promise<void>): void;
  onAny(listener: (event: EventRow) => Promise<void>): void;
  /** Resolves when everything that was committed before has been told, or has failed once. */
  drain(): Promise<void>;
}

export function createRelay(deps: { db: Database; events: EventLog; clock: Clock; log: Log }): Relay {
  const { db, events, clock, log } = deps;
  const byType = new Map<string, ((event: never) => Promise<void>)[]>();
  const any: ((event: EventRow) => Promise<void>)[] = [];
  let round: Promise<void> | null = null;
  let isAskedAgain = false;

  async function tell(event: EventRow): Promise<boolean> {
    try {
      for (const listener of byType.get(event.type) ?? []) await listener(event as never);
      for (const listener of any) await listener(event);
      return true;
    } catch (error) {
      log.error({ err: error, stream: event.stream, seq: event.seq, type: event.type }, 'an event will be told again');
      return false;
    }
  }

  /** @returns whether there may be more */
  async function tellBatch(failed: Set<string>): Promise<boolean> {
    const rows = await db.client.event.findMany({
      where: { dispatchedAt: null, stream: { notIn: [...failed] } },
      orderBy: [{ at: 'asc' }, { stream: 'asc' }, { seq: 'asc' }],
      take: BATCH,
    });
    for (const row of rows) {
      if (failed.has(row.stream)) continue;
      if (!(await tell(toEventRow(row)))) failed.add(row.stream);
      else
        await db.client.event.update({
          where: { stream_seq: { stream: row.stream, seq: row.seq } },
          data: { dispatchedAt: clock.now() },
        });
    }
    return rows.length === BATCH;
  }

  async function run(): Promise<void> {
    const failed = new Set<string>();
    do {
      isAskedAgain = false;
      while (await tellBatch(failed));
    } while (isAskedAgain);
  }

  function kick(): Promise<void> {
    if (round) isAskedAgain = true;
    else
      round = run()
        .catch((error: unknown) => log.error({ err: error }, 'the relay will run again'))
        .finally(() => (round = null));
    return round;
  }

  events.onCommit(() => void kick());
  return {
    on: (type, listener) => void byType.set(type, [...(byType.get(type) ?? []), listener]),
    onAny: (listener) => void any.push(listener),
    drain: kick,
  };
}
