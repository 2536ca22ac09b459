// @vitest-environment node
import { TandemError } from '@tandem/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoteSaver } from './note-saver';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A saver, what it reports, and answers that the test gives. */
function start() {
  const log: string[] = [];
  const requests: { answer(): void; fail(cause: Error): void }[] = [];
  const send = vi.fn(
    () => new Promise<void>((resolve, reject) => requests.push({ answer: resolve, fail: (cause) => reject(cause) })),
  );
  const saver = new NoteSaver({
    send,
    onState: (state) => void log.push(state),
    onError: ({ code }) => void log.push(code),
  });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return {
    ...{ log, send, saver, settle },
    answer: () => (requests.shift()!.answer(), settle()),
    fail: (cause: Error) => (requests.shift()!.fail(cause), settle()),
  };
}

describe('a note', () => {
  it('is sent once, a moment after the first of several changes', async () => {
    const { saver, send, log, answer } = start();
    saver.changed();
    await vi.advanceTimersByTimeAsync(500);
    saver.changed();
    await vi.advanceTimersByTimeAsync(299);
    expect(send).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(send).toHaveBeenCalledOnce();
    await answer();
    expect(log).toEqual(['dirty', 'dirty', 'saving', 'saved']);
    expect(saver.isUnsent).toBe(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(send).toHaveBeenCalledOnce();
  });

  it('that is changed while it is sent is sent again afterwards', async () => {
    const { saver, send, log, answer } = start();
    saver.changed();
    await vi.advanceTimersByTimeAsync(800);
    saver.changed();
    await answer();
    expect([log.at(-1), saver.isUnsent]).toEqual(['dirty', true]);
    await vi.advanceTimersByTimeAsync(800);
    expect(send).toHaveBeenCalledTimes(2);
    await answer();
    expect(log.at(-1)).toBe('saved');
  });

  it('is sent without a delay on request, and one request runs at a time', async () => {
    const { saver, send, answer, settle } = start();
    saver.changed();
    const first = saver.save();
    expect(saver.save()).toBe(first);
    const settled = vi.fn();
    void saver.settled().then(settled);
    await settle();
    expect([send.mock.calls.length, settled.mock.calls.length]).toEqual([1, 0]);
    await answer();
    await first;
    expect(settled).toHaveBeenCalledOnce();
    await saver.settled();
    await vi.advanceTimersByTimeAsync(5000);
    expect(send).toHaveBeenCalledOnce();
  });

  it('with nothing unsent is not sent', async () => {
    const { saver, send, log } = start();
    await saver.save();
    expect([send.mock.calls.length, log]).toEqual([0, []]);
    saver.markUnsent();
    await vi.advanceTimersByTimeAsync(5000);
    expect([send.mock.calls.length, log]).toEqual([0, ['dirty']]); // the connection decides when
  });

  it('is not sent after it was stopped', async () => {
    const { saver, send } = start();
    saver.changed();
    saver.stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(send).not.toHaveBeenCalled();
  });
});

describe('a request that fails', () => {
  it.each(['UNAVAILABLE', 'INTERNAL', 'TOO_MANY_REQUESTS'] as const)(
    'with %s is repeated every two seconds',
    async (code) => {
      const { saver, send, log, fail, answer } = start();
      saver.changed();
      await vi.advanceTimersByTimeAsync(800);
      await fail(new TandemError(code));
      expect([saver.isUnsent, log]).toEqual([true, ['dirty', 'saving', code, 'waiting']]);
      await vi.advanceTimersByTimeAsync(1999);
      expect(send).toHaveBeenCalledOnce();
      await vi.advanceTimersByTimeAsync(1);
      expect(send).toHaveBeenCalledTimes(2);
      await answer();
      expect(log.at(-1)).toBe('saved');
    },
  );

  it('for an unknown reason is repeated', async () => {
    const { saver, log, fail } = start();
    saver.changed();
    await vi.advanceTimersByTimeAsync(800);
    await fail(new Error('no network'));
    expect(log.slice(-2)).toEqual(['UNAVAILABLE', 'waiting']);
  });

  it('with a refusal is not repeated; the text stays unsent until it is changed', async () => {
    const { saver, send, log, fail } = start();
    saver.changed();
    await vi.advanceTimersByTimeAsync(800);
    await fail(new TandemError('BAD_INPUT'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect([send.mock.calls.length, saver.isUnsent, log.slice(-2)]).toEqual([1, true, ['BAD_INPUT', 'refused']]);
    saver.changed();
    await vi.advanceTimersByTimeAsync(800);
    expect(send).toHaveBeenCalledTimes(2);
  });
});
