import type { EventLog, EventRow } from './event-log.js';
import type { Hub } from './hub.js';

const PAGE = 100;
/**
 * Recent events of a stream kept in memory for its followers; a follower that is further behind reads the log itself.
 */
const KEPT = 200;

export interface Tails {
  /**
   * The events of a stream after a number, then new ones. A slow consumer keeps only its own generator waiting, and at
   * most one page. `return()` ends it immediately, also while it waits: a plain generator would first have to be woken.
   */
  follow(stream: string, after: number): AsyncGenerator<EventRow, void>;
}

/** One reader per stream, shared by all of its followers. */
interface SharedReader {
  /** Events after a number; none when there are none yet. */
  after(seq: number): Promise<EventRow[]>;
  close(): void;
}

function createReader({ events, hub }: { events: EventLog; hub: Hub }, stream: string, from: number): SharedReader {
  let kept: EventRow[] = [];
  let head: number | null = null;
  // runs before any follower resumes, so that each of them sees that there is something to read
  let isBehind = true;
  const waiter = hub.listen(stream, () => (isBehind = true));
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    isBehind = false;
    try {
      // a number that does not exist yet is valid for its own caller only
      const start = (head ??= Math.min(from, await events.lastSeq(stream)));
      const page = await events.read(stream, start, PAGE);
      kept = [...kept, ...page].slice(-KEPT);
      head = page.at(-1)?.seq ?? start;
      if (page.length === PAGE) isBehind = true;
    } catch (error) {
      isBehind = true;
      throw error;
    }
  }
  const catchUp = (): Promise<void> => (reading ??= read().finally(() => (reading = null)));

  return {
    async after(seq) {
      // a read that started before the wake-up may have missed the new events
      if (reading) await reading;
      if (isBehind) await catchUp();
      if (head === null || seq >= head) return [];
      if (kept[0] && kept[0].seq <= seq + 1) return kept.filter((row) => row.seq > seq).slice(0, PAGE);
      return events.read(stream, seq, PAGE);
    },
    close: () => waiter.close(),
  };
}

export function createTails(deps: { events: EventLog; hub: Hub }): Tails {
  const readers = new Map<string, { reader: SharedReader; followers: number }>();

  function join(stream: string, after: number): { reader: SharedReader; leave(): void } {
    const shared = readers.get(stream) ?? { reader: createReader(deps, stream, after), followers: 0 };
    readers.set(stream, shared);
    shared.followers++;
    const leave = () => {
      if (--shared.followers > 0) return;
      shared.reader.close();
      readers.delete(stream);
    };
    return { reader: shared.reader, leave };
  }

  return {
    follow(stream, after) {
      const { reader, leave } = join(stream, after);
      const waiter = deps.hub.listen(stream);
      let isClosed = false;
      async function* rows(): AsyncGenerator<EventRow, void> {
        let last = after;
        while (!isClosed) {
          const page = await reader.after(last);
          for (const row of page) {
            last = row.seq;
            yield row;
            if (isClosed) return;
          }
          if (page.length === 0) await waiter.next();
        }
      }
      const generator = rows();
      return Object.assign(generator, {
        return: async () => {
          if (!isClosed) leave();
          isClosed = true;
          waiter.close();
          return { value: undefined, done: true as const };
        },
      });
    },
  };
}
