// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canSendGrey, makeGrey } from './grey-screen';

beforeEach(() => vi.stubGlobal('window', {}));
afterEach(() => vi.unstubAllGlobals());

it.each([
  [true, true, true],
  [true, false, false],
  [false, true, false],
])('a browser with a reader (%s) and a writer (%s) of pictures can take the colours out: %s', (reads, writes, can) => {
  vi.stubGlobal('window', {
    MediaStreamTrackProcessor: reads ? class {} : undefined,
    MediaStreamTrackGenerator: writes ? class {} : undefined,
  });
  expect(canSendGrey()).toBe(can);
  if (!can) expect(makeGrey({} as MediaStreamTrack, 5)).toBeNull();
});

describe('a screen without colours', () => {
  it('is made by a worker out of the captured one, and ends with it', () => {
    const worker = { address: '', type: '', post: vi.fn(), terminate: vi.fn() };
    const stop = vi.fn();
    vi.stubGlobal(
      'Worker',
      class {
        constructor(address: URL, { type }: { type: string }) {
          Object.assign(worker, { address: String(address), type });
        }
        postMessage = worker.post;
        terminate = worker.terminate;
      },
    );
    vi.stubGlobal('window', {
      MediaStreamTrackProcessor: class {
        readable: string;
        constructor({ track }: { track: unknown }) {
          this.readable = `pictures of ${String(track)}`;
        }
      },
      MediaStreamTrackGenerator: class {
        constructor(readonly wish: { kind: string }) {}
        writable = 'grey pictures';
        stop = stop;
      },
    });
    const grey = makeGrey('the screen' as never, 5)!;
    expect(grey.track).toMatchObject({ wish: { kind: 'video' } });
    expect([worker.address, worker.type]).toEqual([expect.stringContaining('grey-worker'), 'module']);
    const job = { readable: 'pictures of the screen', writable: 'grey pictures', frameInterval: 200 };
    expect(worker.post).toHaveBeenCalledExactlyOnceWith(job, [job.readable, job.writable]);
    grey.stop();
    expect([worker.terminate.mock.calls.length, stop.mock.calls.length]).toEqual([1, 1]);
  });
});
