// @vitest-environment node
import { FINGERPRINT_HEADER } from '@tandem/contract';
import type { TandemError } from '@tandem/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sendBytes } from './send-bytes';

interface Options {
  uploadUrl: string;
  headers: object;
  retryDelays: number[];
  onProgress(sent: number): void;
  onShouldRetry(error: Error): boolean;
  onSuccess(): void;
  onError(error: Error): void;
}
/** The upload library: one upload, whose outcome the test decides. */
interface FakeUpload {
  file: File;
  options: Options;
  start(): void;
  abort(): Promise<void>;
}
const latest: { upload: FakeUpload } = vi.hoisted(() => ({ upload: null as never }));
vi.mock('tus-js-client', () => ({
  Upload: class {
    start = vi.fn();
    abort = vi.fn(() => Promise.resolve());
    constructor(
      readonly file: File,
      readonly options: Options,
    ) {
      latest.upload = this;
    }
  },
}));
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const file = new File(['x'], 'a.txt');
async function start() {
  const [onProgress, onInterrupted, ending] = [vi.fn(), vi.fn(), new AbortController()];
  const sending = {
    file,
    url: 'https://t.example/up',
    fingerprint: 'f',
    headers: { a: 'b' },
    onProgress,
    onInterrupted,
  };
  const sent = sendBytes(sending, ending.signal).then(
    () => 'sent',
    ({ code }: TandemError) => code,
  );
  await vi.waitFor(() => expect(latest.upload?.start).toHaveBeenCalled());
  return { ...{ sent, onProgress, onInterrupted, ending }, options: latest.upload.options };
}
beforeEach(() => void (latest.upload = null as never));
/** An answer of the server, as the upload library reports it. */
const failure = (status: number, body = ''): Error =>
  Object.assign(new Error('refused'), { originalResponse: { getStatus: () => status, getBody: () => body } });
const coded = (code: string) => JSON.stringify({ errors: [{ extensions: { code } }] });

it('a file is uploaded to its address, and its progress is reported', async () => {
  const { sent, options, onProgress, onInterrupted } = await start();
  expect(latest.upload.file).toBe(file);
  expect(options).toMatchObject({ uploadUrl: 'https://t.example/up', headers: { a: 'b', [FINGERPRINT_HEADER]: 'f' } });
  const minutes = options.retryDelays.reduce((sum, delay) => sum + delay, 0) / 60_000;
  expect(minutes).toBeGreaterThan(4.9);
  options.onProgress(7);
  expect(onProgress).toHaveBeenCalledExactlyOnceWith(7);
  options.onSuccess();
  expect(await sent).toBe('sent');
  expect([vi.getTimerCount(), onInterrupted.mock.calls.length]).toEqual([0, 0]);
});

it.each([
  ['a lost connection', new Error('no network'), true],
  ['a locked upload', failure(423, coded('INTERNAL')), true],
  ['another position', failure(409), true],
  ['a broken server', failure(502, '<html>'), true],
  ['a refusal with a code', failure(400, coded('FILE_REFUSED')), false],
  ['a missing upload', failure(404), false],
])('%s is retried: %#', async (_what, error, isRetried) => {
  const { options, onInterrupted, sent } = await start();
  expect(options.onShouldRetry(error)).toBe(isRetried);
  expect(onInterrupted).toHaveBeenCalledTimes(isRetried ? 1 : 0);
  options.onSuccess();
  await sent;
});

it.each([
  [new Error('no network'), 'UNAVAILABLE'],
  [Object.assign(new Error('changed'), { name: 'NotReadableError' }), 'FILE_CHANGED'],
  [failure(400, coded('FILE_REFUSED')), 'FILE_REFUSED'],
  [failure(404), 'FILE_GONE'],
  [failure(500, 'x'), 'UNAVAILABLE'],
])('an upload that fails has its code %#', async (error, code) => {
  const { options, sent } = await start();
  options.onError(error);
  expect(await sent).toBe(code);
  expect(vi.getTimerCount()).toBe(0);
});

it('an upload without progress for 15 seconds is restarted at its position', async () => {
  const { options, onInterrupted, sent } = await start();
  await vi.advanceTimersByTimeAsync(10_000);
  options.onProgress(5);
  options.onProgress(5);
  await vi.advanceTimersByTimeAsync(14_000);
  options.onProgress(5); // the same position is no progress
  expect(latest.upload.abort).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2000);
  expect([onInterrupted.mock.calls.length, vi.mocked(latest.upload.abort).mock.calls.length]).toEqual([1, 1]);
  expect(latest.upload.start).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(latest.upload.abort).toHaveBeenCalledOnce();
  options.onSuccess();
  await sent;
});

it('an upload that is aborted ends without an error, and is not started when it was aborted before', async () => {
  const { ending, sent } = await start();
  ending.abort();
  expect(await sent).toBe('sent');
  expect(latest.upload.abort).toHaveBeenCalledOnce();
});
