import type { EventLog, EventRow } from './event-log.js';
import type { Hub } from './hub.js';

const PAGE = 100;

/**
 * The events of a stream after a number, then whatever comes. It listens first and reads then, so that nothing falls
 * between. A slow reader holds only its own generator, never more than one page. `return()` ends it at once, also while
 * it waits: a generator alone would first have to be woken.
 */
export function tail(
  { events, hub }: { events: EventLog; hub: Hub },
  stream: string,
  after: number,
): AsyncGenerator<EventRow, void> {
  const waiter = hub.listen(stream);
  let isClosed = false;
  async function* rows(): AsyncGenerator<EventRow, void> {
    let last = after;
    while (!isClosed) {
      const page = await events.read(stream, last, PAGE);
      for (const row of page) {
        last = row.seq;
        yield row;
        if (isClosed) return;
      }
      if (page.length < PAGE) await waiter.next();
    }
  }
  const generator = rows();
  return Object.assign(generator, {
    return: async () => {
      isClosed = true;
      waiter.close();
      return { value: undefined, done: true as const };
    },
  });
}
