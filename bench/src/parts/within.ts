import { setTimeout as sleep } from 'node:timers/promises';

/** @throws when it takes longer, with what it was */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  const late = sleep(ms, undefined, { ref: false }).then(() => {
    throw new Error(`${what} took longer than ${ms} ms`);
  });
  return Promise.race([promise, late]);
}
