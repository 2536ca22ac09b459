// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tailEvents, type TailStep } from './tail-events.js';
import { TandemError } from './tandem-error.js';

interface Told {
  seq: number;
}
const after = async (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const away = () => new TandemError('UNAVAILABLE');

let stop: () => void = () => undefined;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** A server with a log: its socket opens or not, its requests are answered or not. */
function setUp({ hasSocket = true, hasRequests = true } = {}) {
  const world = {
    hasSocket,
    hasRequests,
    log: 0,
    steps: 0,
    wake: () => undefined as void,
    drop: () => undefined as void,
  };
  const seen: number[] = [];
  const said: string[] = [];
  stop = tailEvents<Told>({
    after: 0,
    onEvent: ({ seq }) => seen.push(seq),
    onState: (state, error) => said.push(error ? `${state} ${error.code}` : state),
    onWay: (way) => said.push(way),
    attempt: (from, { live, event }) =>
      new Promise((_resolve, reject) => {
        if (!world.hasSocket) return reject(away());
        live();
        const tell = () => {
          for (let seq = from + 1; seq <= world.log; seq++) event({ seq });
        };
        world.wake = tell;
        world.drop = () => reject(away());
        tell();
      }),
    step: async (from): Promise<TailStep<Told>> => {
      world.steps++;
      await new Promise((resolve) => setTimeout(resolve, 500));
      if (!world.hasRequests) throw away();
      const events = Array.from({ length: world.log - from }, (_, nth) => ({ seq: from + 1 + nth }));
      return { events, lastSeq: world.log, isOver: false };
    },
  });
  return { world, seen, said };
}

test('where no socket opens and requests are answered, it goes on by requests, each event once', async () => {
  const { world, seen, said } = setUp({ hasSocket: false });
  world.log = 2;
  await after(5000);
  expect(said).toEqual(expect.arrayContaining(['requests', 'live']));
  expect(said.at(-1)).toBe('live');
  world.log = 4;
  await after(1000);
  expect(seen).toEqual([1, 2, 3, 4]);
  expect(said.filter((word) => word === 'live')).toHaveLength(1);
});

test('a socket that opens later takes over, and requests rest', async () => {
  const { world, seen, said } = setUp({ hasSocket: false });
  world.log = 1;
  await after(5000);
  world.hasSocket = true;
  await after(25_000);
  expect(said.filter((word) => word === 'socket')).toHaveLength(1);
  const { steps } = world;
  world.log = 3;
  world.wake();
  await after(20_000);
  expect(world.steps - steps).toBeLessThanOrEqual(1);
  expect(seen).toEqual([1, 2, 3]);
});

test('while the socket lives nothing is asked for by request', async () => {
  const { world } = setUp();
  await after(60_000);
  expect(world.steps).toBe(0);
});

test('a short cut of the line is mended by the socket itself', async () => {
  const { world, said } = setUp();
  await after(10_000);
  world.drop();
  await after(1500);
  expect(world.steps).toBe(0);
  expect(said.slice(-2)).toEqual(['socket', 'live']);
});

test('where neither is answered the line is lost, and comes back by whatever answers first', async () => {
  const { world, said, seen } = setUp({ hasSocket: false, hasRequests: false });
  await after(20_000);
  expect(said.at(-1)).toBe('lost UNAVAILABLE');
  expect(said).not.toContain('live');
  world.hasRequests = true;
  world.log = 1;
  await after(3000);
  expect(said.at(-1)).toBe('live');
  world.hasRequests = false;
  await after(3000);
  expect(said.at(-1)).toBe('lost UNAVAILABLE');
  expect(seen).toEqual([1]);
});

test('what is refused for good ends it, whichever way says so', async () => {
  const said: string[] = [];
  let steps = 0;
  stop = tailEvents<Told>({
    after: 0,
    onEvent: () => undefined,
    onState: (state, error) => said.push(error ? `${state} ${error.code}` : state),
    attempt: () => Promise.reject(away()),
    step: async () => {
      steps++;
      throw new TandemError('SEAT_CLOSED');
    },
  });
  await after(30_000);
  expect(said.at(-1)).toBe('refused SEAT_CLOSED');
  expect(steps).toBe(1);
});
