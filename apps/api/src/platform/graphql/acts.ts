import { LIMITS } from '@tandem/domain';
import { createBucket, type Bucket, type Rate } from '../throttle/bucket.js';
import { Failure } from './failure.js';
import type { Viewer } from './viewer.js';

/** What changes something is done by everybody in turn. */
export interface Acts {
  /** @throws TOO_MANY_REQUESTS before anything was done */
  inTurn<T>(viewer: Viewer, act: () => Promise<T>): Promise<T>;
}

interface Actor {
  bucket: Bucket;
  running: number;
  waiting: (() => void)[];
}
/** The rate of a person with room to spare. A test that does the work of many people brings its own. */
export const ACTS_RATE: Rate = { perSecond: LIMITS.actsPerSecond, atOnce: LIMITS.actsAtOnce };
/** Whoever has done nothing for a while is forgotten. */
const SWEEP_EVERY = 1000;

function nameOf(viewer: Viewer): string | null {
  if (viewer.kind === 'seat') return viewer.participantId;
  if (viewer.kind === 'staff') return viewer.userId;
  return viewer.kind === 'token' ? viewer.apiTokenId : null;
}

/**
 * So many acts a second for each seat, account and token, and few of them at the same time: each holds a connection of the
 * database while it waits for its session, and one that writes without end must leave the others theirs.
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
      if (name === null) return act(); // strangers are counted by what they try
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
