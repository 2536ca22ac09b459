// @vitest-environment node
/// <reference types="node" />
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
