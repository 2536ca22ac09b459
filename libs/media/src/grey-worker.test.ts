// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** What the worker draws on; it has no pixels here. */
class Canvas {
  static drawn: { frame: unknown; filter: string; size: [number, number] }[] = [];
  static kinds: unknown[] = [];
  constructor(
    public width: number,
    public height: number,
  ) {}
  getContext(...kind: unknown[]) {
    Canvas.kinds.push(kind);
    const context = {
      filter: 'none',
      drawImage: (frame: unknown, x: number, y: number) => {
        expect([x, y]).toEqual([0, 0]);
        Canvas.drawn.push({ frame, filter: context.filter, size: [this.width, this.height] });
      },
    };
    return context;
  }
}
const picture = (displayWidth = 800, displayHeight = 600) => ({ displayWidth, displayHeight, close: vi.fn() });

let start: (event: object) => void;
let isOnce: boolean;
const closed = vi.fn();
beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  [Canvas.drawn, Canvas.kinds] = [[], []];
  closed.mockReset();
  vi.stubGlobal('addEventListener', (name: string, listener: typeof start, { once }: { once: boolean }) => {
    expect(name).toBe('message');
    [start, isOnce] = [listener, once];
  });
  vi.stubGlobal('close', closed);
  vi.stubGlobal('OffscreenCanvas', Canvas);
  vi.stubGlobal(
    'VideoFrame',
    class {
      constructor(
        readonly canvas: unknown,
        readonly at: { timestamp: number },
      ) {}
    },
  );
  await import('./grey-worker');
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** The worker with a screen, whose pictures a test shows; five a second are sent. */
function run() {
  let show: (next: { done: boolean; value?: object }) => void = () => undefined;
  const write = vi.fn((_frame: { at: { timestamp: number } }) => Promise.resolve());
  const finish = vi.fn(() => Promise.resolve());
  const readable = { getReader: () => ({ read: () => new Promise<object>((resolve) => (show = resolve)) }) };
  const writable = { getWriter: () => ({ write, close: finish }) };
  start({ data: { readable, writable, frameInterval: 200 } });
  return {
    ...{ write, finish },
    show: async (value: object) => {
      show({ done: false, value });
      await vi.advanceTimersByTimeAsync(0);
    },
    end: async () => {
      show({ done: true });
      await vi.advanceTimersByTimeAsync(0);
    },
    times: () => write.mock.calls.map(([{ at }]) => at.timestamp),
  };
}

describe('a screen without colours', () => {
  it('is sent in greyscale, in its size, at its frame rate from the first frame on', async () => {
    const { show, write } = run();
    expect([isOnce, Canvas.kinds]).toEqual([true, [['2d', { alpha: false }]]]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(write).not.toHaveBeenCalled();
    const [first, second] = [picture(), picture(1024, 600)];
    await show(first);
    await vi.advanceTimersByTimeAsync(200);
    expect(Canvas.drawn).toEqual([{ frame: first, filter: 'grayscale(1)', size: [800, 600] }]);
    expect([first.close.mock.calls.length, write.mock.calls.length]).toEqual([1, 1]);
    await show(second);
    await vi.advanceTimersByTimeAsync(200);
    expect(Canvas.drawn[1]).toMatchObject({ frame: second, size: [1024, 600] });
    await show(picture(1024, 768));
    await vi.advanceTimersByTimeAsync(200);
    expect(Canvas.drawn[2]!.size).toEqual([1024, 768]);
  });

  it('leaves out frames that arrive faster, and closes each', async () => {
    const { show, write } = run();
    const [first, second] = [picture(), picture()];
    await show(first);
    await show(second);
    expect([first.close.mock.calls.length, second.close.mock.calls.length]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(200);
    expect(Canvas.drawn.map(({ frame }) => frame)).toEqual([second]);
    expect([second.close.mock.calls.length, write.mock.calls.length]).toEqual([1, 1]);
  });

  it('that is static is sent at the full rate for ten seconds, then once a second', async () => {
    const { show, write, times } = run();
    await show(picture());
    await vi.advanceTimersByTimeAsync(10_200);
    expect(write).toHaveBeenCalledTimes(51);
    write.mockClear();
    await vi.advanceTimersByTimeAsync(5000);
    expect(write).toHaveBeenCalledTimes(5);
    expect(times()[1]! - times()[0]!).toBe(1_000_000); // microseconds
    await show(picture());
    write.mockClear();
    await vi.advanceTimersByTimeAsync(2000);
    expect(write).toHaveBeenCalledTimes(10);
    expect(Canvas.drawn).toHaveLength(2);
  });

  it('goes on when one frame is refused, and ends with the screen', async () => {
    const { show, write, finish, end } = run();
    write.mockRejectedValue(new Error('full'));
    finish.mockRejectedValue(new Error('gone'));
    await show(picture());
    await vi.advanceTimersByTimeAsync(400);
    expect(write).toHaveBeenCalledTimes(2);
    await end();
    await vi.advanceTimersByTimeAsync(1000);
    expect([write.mock.calls.length, finish.mock.calls.length, closed.mock.calls.length]).toEqual([2, 1, 1]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
