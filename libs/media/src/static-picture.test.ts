// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchStaticPicture } from './static-picture';

let sent: number[] | null = [0];
const changes: boolean[] = [];
let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  sent = [0, 0];
  changes.length = 0;
  const getStats = () =>
    sent
      ? Promise.resolve([
          ...sent.map((bytesSent) => ({ type: 'outbound-rtp', bytesSent })),
          { type: 'outbound-rtp' },
          { type: 'transport', bytesSent: performance.now() * 1e6 },
        ])
      : Promise.reject(new Error('gone'));
  stop = watchStaticPicture({ getStats } as unknown as RTCRtpSender, (isStatic) => changes.push(isStatic));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});
const second = (...more: number[]) => {
  sent = sent && sent.map((bytes, at) => bytes + (more[at] ?? 0));
  return vi.advanceTimersByTimeAsync(1000);
};

it('a picture is static that takes less than 60,000 bytes in a second, of all that is sent of it', async () => {
  await second(0);
  expect(changes).toEqual([]); // nothing to compare with
  await second(30_000, 30_000);
  expect(changes).toEqual([]);
  await second(30_000, 29_999);
  expect(changes).toEqual([true]);
  await second(10);
  expect(changes).toEqual([true]);
  await second(60_000);
  expect(changes).toEqual([true, false]);
});

it('without statistics nothing is reported, and the next ones count', async () => {
  await second(0);
  await second(90_000);
  const before = sent;
  sent = null;
  await second();
  sent = before;
  await second(1000);
  expect(changes).toEqual([true]);
});

it('nothing is reported after it was stopped', async () => {
  await second(0);
  stop();
  await second(0);
  expect(changes).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
