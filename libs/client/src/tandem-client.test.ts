// @vitest-environment node
/// <reference types="node" />
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { gql } from '@urql/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTandemClient, type TandemClient } from './tandem-client.js';

/** Takes connections and never says a word, as a line that has gone dead. */
let deadLine: Server;
let taken: Socket[] = [];
let client: TandemClient;

beforeEach(async () => {
  taken = [];
  deadLine = createServer((socket) => taken.push(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => deadLine.listen(0, '127.0.0.1', resolve));
  client = createTandemClient({ origin: `http://127.0.0.1:${(deadLine.address() as AddressInfo).port}` });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  client.close();
  taken.forEach((socket) => socket.destroy());
  deadLine.close();
});

const settled = <T>(promise: Promise<T>) =>
  promise.then(
    () => 'answered',
    (error: Error) => error.message,
  );

describe('a line that has gone dead', () => {
  it('fails a request after ten seconds, so that it can be sent again', async () => {
    const outcome = settled(
      client.query(
        gql`
          query {
            me {
              id
            }
          }
        `,
        {},
      ),
    );
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(9000);
    expect(await Promise.race([outcome, Promise.resolve('waiting')])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1100);
    expect(await outcome).toBe('UNAVAILABLE');
  });

  it('fails the opening of a socket after five seconds', async () => {
    const sink = { onLive: () => undefined, onData: () => undefined, signal: new AbortController().signal };
    const outcome = settled(
      client.subscribe(
        gql`
          subscription {
            ticks
          }
        `,
        {},
        sink,
      ),
    );
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(4000);
    expect(await Promise.race([outcome, Promise.resolve('waiting')])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1100);
    expect(await outcome).toBe('UNAVAILABLE');
  });
});

describe('what came too fast', () => {
  const refused = { code: 'TOO_MANY_REQUESTS', params: { retryAfterSeconds: 1, perSecond: 10 } };
  const ACT = gql`
    mutation {
      act
    }
  `;
  async function answering(answers: object[]) {
    const times: number[] = [];
    const server = createHttpServer((request, response) => {
      times.push(Date.now());
      const body = JSON.stringify(answers[Math.min(times.length, answers.length) - 1]);
      request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { times, act: () => createTandemClient({ origin }).mutate(ACT, {}), close: () => server.close() };
  }
  const refusal = (extensions: object) => ({ errors: [{ message: 'no', extensions }] });

  it('waits as it is told, and is sent again', async () => {
    vi.useRealTimers();
    const { times, act, close } = await answering([refusal(refused), { data: { act: true } }]);
    expect(await act()).toEqual({ act: true });
    expect(times).toHaveLength(2);
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(990);
    close();
  });

  it('is told to the person where there is another reason to wait', async () => {
    vi.useRealTimers();
    const { times, act, close } = await answering([
      refusal({ code: 'TOO_MANY_REQUESTS', params: { retryAfterSeconds: 60 } }),
    ]);
    await expect(act()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(times).toHaveLength(1);
    close();
  });
});
