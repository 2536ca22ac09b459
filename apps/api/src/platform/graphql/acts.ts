import { LIMITS } from '@tandem/domain';
import { createBucket, type Bucket, type Rate } from '../throttle/bucket.js';
import { Failure } from './failure.js';
import type { Viewer } from './viewer.js';

/** Limits the rate of mutations per actor. */
export interface Acts {
  /** @throws TOO_MANY_REQUESTS before anything was done */
  inTurn<T>(viewer: Viewer, act: () => Promise<T>): Promise<T>;
}

interface Actor {
  bucket: Bucket;
  running: number;
  waiting: (() => void)[];
}
/** More than one person can do. A test that acts for many people passes its own rate. */
export const ACTS_RATE: Rate = { perSecond: LIMITS.actsPerSecond, atOnce: LIMITS.actsAtOnce };
/** Entries of idle actors are removed. */
const SWEEP_EVERY = 1000;

function nameOf(viewer: Viewer): string | null {
  if (viewer.kind === 'seat') return viewer.participantId;
  if (viewer.kind === 'staff') return viewer.userId;
  return viewer.kind === 'token' ? viewer.apiTokenId : null;
}

/**
 * Limits mutations per second for each seat, account and token, and how many run concurrently: each uses a database
 * connection while it waits for the lock of its session, and one actor must not exhaust them.
 */
export function createActs(rate = ACTS_RATE): Acts {
  const actors = new Map<string, Actor>();
  let taken = 0;

  function sweep(): void {
    for (const [name, { running, bucket }] of actors) if (running === 0 && bucket.isFull) actors.delete(name);
  }
  function actorOf(name: string): Actor {
    if (++taken % SWEEP_EVERY === 0) sweep();
    const actor = actors.get(name) ?? { bucket: createBucket(rate), running: 0, waiting: [] };
    actors.set(name, actor);
    return actor;
  }

  return {
    async inTurn(viewer, act) {
      const name = nameOf(viewer);
      if (name === null) return act(); // anonymous requests are throttled by what they attempt
      const actor = actorOf(name);
      const wait = actor.bucket.take();
      if (wait > 0)
        throw new Failure('TOO_MANY_REQUESTS', {
          retryAfterSeconds: Math.ceil(wait / 1000),
          perSecond: rate.perSecond,
        });
      if (actor.running >= LIMITS.actsTogether) await new Promise<void>((go) => actor.waiting.push(go));
      else actor.running++;
      try {
        return await act();
      } finally {
        const next = actor.waiting.shift();
        if (next) next();
        else actor.running--;
      }
    },
  };
}
