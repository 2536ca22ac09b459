import type { Clock } from '../clock/index.js';
import { Prisma, statement, table, type Database, type Tx } from '../db/index.js';
import type { Hub } from './hub.js';

/**
 * The catalogue of events: each feature adds its own names and payloads by declaration merging in `<f>.events.ts`.
 * Payloads contain ids and facts, never names or texts.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the features
export interface EventPayloads {}
export type EventType = keyof EventPayloads;

export interface EventActor {
  kind: 'STAFF' | 'CUSTOMER' | 'GUEST' | 'SYSTEM';
  /** Participant id; null for the system. */
  id: string | null;
}
export const SYSTEM: EventActor = { kind: 'SYSTEM', id: null };

export interface EventRow<T extends EventType = EventType> {
  stream: string;
  /** Gapless in its stream, from 1; assigned under the stream's row lock, so its order is the order of commits. */
  seq: number;
  siteId: string;
  type: T;
  at: Date;
  actor: EventActor;
  payload: EventPayloads[T];
}
export type EventDraft<T extends EventType> = Pick<EventRow<T>, 'stream' | 'siteId' | 'type' | 'payload'> & {
  actor: EventActor;
};

type Listener<T extends EventType> = (tx: Tx, event: EventRow<T>) => Promise<void>;

export interface EventLog {
  /**
   * Appends one event in the transaction of the change, then runs the listeners of its type in the same transaction.
   */
  append<T extends EventType>(tx: Tx, draft: EventDraft<T>): Promise<EventRow<T>>;
  /** Registers a change of another feature that must happen in the same transaction. */
  during<T extends EventType>(type: T, listener: Listener<T>): void;
  /** The events of a stream after a number, in order. */
  read(stream: string, after: number, limit: number): Promise<EventRow[]>;
  lastSeq(stream: string): Promise<number>;
  /** The newest events of a stream that have one of these types, in order. */
  newestOf(stream: string, types: readonly EventType[], limit: number): Promise<EventRow[]>;
  /** The newest event of a stream that has none of these types. */
  newest(tx: Tx, stream: string, except: readonly EventType[]): Promise<EventRow | null>;
  /** A transaction whose events wake the subscribers right after the commit, and never after a rollback. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Called after every commit that contains events. */
  onCommit(listener: () => void): void;
}

export const eventTable = table<Prisma.EventModel>('event', Prisma.EventScalarFieldEnum);
const APPEND = statement<{ seq: number }>(`
  WITH head AS (
    INSERT INTO event_stream AS s (id, last_seq) VALUES ($1, 1)
    ON CONFLICT (id) DO UPDATE SET last_seq = s.last_seq + 1 RETURNING last_seq
  )
  INSERT INTO event (stream, seq, site_id, type, at, actor_kind, actor_id, payload)
  SELECT $1, last_seq, $2, $3, $4, $5, $6, $7::jsonb FROM head RETURNING seq`);
const AFTER = eventTable.select('WHERE stream = $1 AND seq > $2 ORDER BY seq LIMIT $3');
const NEWEST_OF = eventTable.select('WHERE stream = $1 AND type = ANY ($2) ORDER BY seq DESC LIMIT $3');
const NEWEST_BUT = eventTable.select('WHERE stream = $1 AND type <> ALL ($2) ORDER BY seq DESC LIMIT 1');
const LAST_SEQ = statement<{ seq: number }>('SELECT last_seq AS seq FROM event_stream WHERE id = $1');

export function createEventLog({ db, clock, hub }: { db: Database; clock: Clock; hub: Hub }): EventLog {
  const listeners = new Map<string, Listener<never>[]>();
  const commitListeners: (() => void)[] = [];
  const touched = new WeakMap<Tx, Set<string>>();

  async function append<T extends EventType>(tx: Tx, draft: EventDraft<T>): Promise<EventRow<T>> {
    const { stream, siteId, type, actor, payload } = draft;
    const at = clock.now();
    const values = [stream, siteId, type, at, actor.kind, actor.id, JSON.stringify(payload)];
    const [row] = await tx.sql(APPEND, values);
    const event: EventRow<T> = { ...draft, seq: row!.seq, at };
    touched.get(tx)?.add(draft.stream);
    for (const listener of listeners.get(draft.type) ?? []) await listener(tx, event as never);
    return event;
  }

  return {
    append,
    during: (type, listener) => void listeners.set(type, [...(listeners.get(type) ?? []), listener]),
    async read(stream, after, limit) {
      return (await db.sql(AFTER, [stream, after, limit])).map(toEventRow);
    },
    async lastSeq(stream) {
      return (await db.sql(LAST_SEQ, [stream]))[0]?.seq ?? 0;
    },
    async newestOf(stream, types, limit) {
      return (await db.sql(NEWEST_OF, [stream, types, limit])).reverse().map(toEventRow);
    },
    async newest(tx, stream, except) {
      const [row] = await tx.sql(NEWEST_BUT, [stream, except]);
      return row ? toEventRow(row) : null;
    },
    async transaction(work) {
      const streams = new Set<string>();
      const result = await db.transaction((tx) => {
        streams.clear(); // discards the streams of a failed attempt
        touched.set(tx, streams);
        return work(tx);
      });
      streams.forEach((stream) => hub.wake(stream));
      if (streams.size) commitListeners.forEach((listener) => listener());
      return result;
    },
    onCommit: (listener) => void commitListeners.push(listener),
  };
}

export function toEventRow({ actorKind, actorId, ...row }: Prisma.EventModel): EventRow {
  return {
    ...row,
    type: row.type as EventType,
    payload: row.payload as EventPayloads[EventType],
    actor: { kind: actorKind, id: actorId },
  };
}
