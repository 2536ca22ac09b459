import { TandemError } from '@tandem/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, reactive, type EffectScope } from 'vue';
import { OfferFileDocument, WithdrawFileDocument } from '../gql/graphql';
import type { SessionStore } from '../session/use-session';
import { sendBytes, type Sending } from './send-bytes';
import { useTransfers } from './use-transfers';

vi.mock('./send-bytes', () => ({ sendBytes: vi.fn() }));
/** A running upload, whose outcome the test decides. */
interface Way {
  sending: Sending;
  signal: AbortSignal;
  arrive(): void;
  fail(cause: unknown): void;
}
let ways: Way[];
let scope: EffectScope;
beforeEach(() => {
  localStorage.clear();
  ways = [];
  vi.mocked(sendBytes).mockImplementation(
    (sending, signal) =>
      new Promise((resolve, reject) => {
        ways.push({ sending, signal, arrive: resolve, fail: reject });
        signal.addEventListener('abort', () => resolve());
      }),
  );
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.restoreAllMocks();
});

const fileOf = (name: string, size = 1000, type = 'text/plain') => new File(['x'.repeat(size)], name, { type });
/** Waits for pending promises. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve));
}

function page() {
  let offered = 0;
  const mutate = vi.fn((document: unknown, variables: object): Promise<unknown> => {
    void variables;
    if (document === WithdrawFileDocument) return Promise.resolve({});
    const id = `f${++offered}`;
    return Promise.resolve({ offerFile: { id, uploadPath: `/upload/${id}` } });
  });
  const store = reactive({
    id: 's',
    files: [] as object[],
    connection: 'live',
    client: { mutate, headers: { 'x-seat': 's' } },
  });
  const list = scope.run(() => useTransfers(store as unknown as SessionStore))!;
  const states = () => list.transfers.map(({ name, state }) => `${name} ${state}`);
  const offers = () =>
    mutate.mock.calls
      .filter(([document]) => document === OfferFileDocument)
      .map(([, variables]) => (variables as { input: { name: string; replaces: string | null } }).input);
  return { store, list, mutate, states, offers };
}
async function sendingOne(file = fileOf('a')) {
  const room = page();
  room.list.send([file]);
  await vi.waitFor(() => expect(ways).toHaveLength(1));
  return { ...room, transfer: room.list.transfers[0]!, way: ways[0]! };
}

describe('files that are sent', () => {
  it('are offered with name, size and type, and are sent to the address that the server gives', async () => {
    const { offers, way, transfer } = await sendingOne(fileOf('a', 1000, `text/${'x'.repeat(300)}`));
    expect(offers()).toEqual([
      {
        ...{ sessionId: 's', kind: 'FILE', name: 'a', size: 1000, type: `text/${'x'.repeat(195)}`, replaces: null },
        fingerprint: way.sending.fingerprint,
      },
    ]);
    expect(way.sending).toMatchObject({ url: `${location.origin}/upload/f1`, headers: { 'x-seat': 's' } });
    expect(transfer).toMatchObject({ kind: 'FILE', fileId: 'f1', state: 'sending', sent: 0, error: null });
  });

  it('are sent three at a time; the next starts when one has arrived or has failed', async () => {
    const { list, states } = page();
    list.send(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => fileOf(name)),
      'SCREENSHOT',
    );
    await vi.waitFor(() => expect(ways).toHaveLength(3));
    await settle();
    expect(states()).toEqual(['a sending', 'b sending', 'c sending', 'd waiting', 'e waiting', 'f waiting']);
    expect(list.transfers.map(({ kind }) => kind)).toEqual(Array(6).fill('SCREENSHOT'));
    ways[0]!.sending.onInterrupted(); // it keeps its place
    ways[1]!.arrive();
    ways[2]!.fail(new TandemError('FILE_GONE'));
    await vi.waitFor(() => expect(ways).toHaveLength(5));
    await settle();
    expect(states()).toEqual(['a interrupted', 'b sent', 'c failed', 'd sending', 'e sending', 'f waiting']);
  });

  it('show progress, speed and remaining time', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const { transfer, way } = await sendingOne();
    way.sending.onProgress(100);
    expect(transfer).toMatchObject({ sent: 100, bytesPerSecond: null, secondsLeft: null });
    now = 1000;
    way.sending.onProgress(400);
    expect(transfer).toMatchObject({ state: 'sending', sent: 400, bytesPerSecond: 300, secondsLeft: 2 });
    way.sending.onInterrupted();
    expect(transfer).toMatchObject({ state: 'interrupted', sent: 400, bytesPerSecond: null, secondsLeft: null });
    way.sending.onProgress(500);
    expect(transfer).toMatchObject({ state: 'sending', bytesPerSecond: null });
    way.arrive();
    await settle();
    expect(transfer).toMatchObject({ state: 'sent', sent: 1000 });
  });

  it('leave the list once the session lists them, in whatever state', async () => {
    const { store, list } = await sendingOne();
    store.files = [
      { id: 'f1', state: 'UPLOADING' },
      { id: 'other', state: 'PUBLISHED' },
    ];
    await nextTick();
    expect(list.transfers).toHaveLength(1);
    store.files = [{ id: 'f1', state: 'CHECKING' }];
    await nextTick();
    expect(list.transfers).toEqual([]);
  });
});

describe('a file that does not arrive', () => {
  it.each([
    ['the server refuses it', () => new TandemError('FILE_TOO_LARGE'), 'failed'],
    ['it was changed meanwhile', () => new TandemError('FILE_CHANGED'), 'changed'],
    ['it can’t be read any more', () => new DOMException('gone', 'NotReadableError'), 'changed'],
  ])('says so where %s', async (_what, cause, state) => {
    const { transfer, way } = await sendingOne();
    way.fail(cause());
    await settle();
    expect(transfer.state).toBe(state);
    expect(transfer.error).toBeInstanceOf(TandemError);
  });

  it('is resumed by itself when the connection is back, and only then', async () => {
    const { transfer, way, store } = await sendingOne();
    store.connection = 'lost';
    way.fail(new TandemError('UNAVAILABLE'));
    await settle();
    expect(transfer).toMatchObject({ state: 'interrupted', error: null });
    store.connection = 'connecting';
    await settle();
    expect(ways).toHaveLength(1);
    store.connection = 'live';
    await vi.waitFor(() => expect(ways).toHaveLength(2));
    expect(transfer.state).toBe('sending');
  });

  it('is sent again from the start in the place of its first part', async () => {
    const { list, transfer, way, offers } = await sendingOne();
    way.fail(new TandemError('FILE_CHANGED'));
    await settle();
    list.restart(transfer.key);
    await vi.waitFor(() => expect(ways).toHaveLength(2));
    ways[1]!.fail(new TandemError('FILE_CHANGED', { fileId: 'named' }));
    await settle();
    list.restart(transfer.key);
    await vi.waitFor(() => expect(ways).toHaveLength(3));
    expect(offers().map(({ replaces }) => replaces)).toEqual([null, 'f1', 'named']);
  });
});

describe('a file that is paused', () => {
  it('is stopped, lets the next one start, and is still paused after a reload', async () => {
    const { list, states } = page();
    list.send(['a', 'b', 'c', 'd'].map((name) => fileOf(name)));
    await vi.waitFor(() => expect(ways).toHaveLength(3));
    list.pause(list.transfers[0]!.key);
    await vi.waitFor(() => expect(ways).toHaveLength(4));
    expect(ways[0]!.signal.aborted).toBe(true);
    ways[0]!.sending.onProgress(900);
    ways[0]!.sending.onInterrupted();
    await settle();
    expect(states()).toEqual(['a paused', 'b sending', 'c sending', 'd sending']);
    expect(list.transfers[0]).toMatchObject({ sent: 0, bytesPerSecond: null, secondsLeft: null });
    expect([list.isPaused('f1'), list.isPaused('f2'), page().list.isPaused('f1')]).toEqual([true, false, true]);
  });

  it('waits for its turn when it goes on', async () => {
    const { list, states } = page();
    list.send(['a', 'b', 'c', 'd'].map((name) => fileOf(name)));
    await vi.waitFor(() => expect(ways).toHaveLength(3));
    list.pause(list.transfers[0]!.key);
    await vi.waitFor(() => expect(ways).toHaveLength(4));
    list.resume(list.transfers[0]!.key);
    await settle();
    expect(states()[0]).toBe('a waiting');
    ways[1]!.arrive();
    await vi.waitFor(() => expect(states()[0]).toBe('a sending'));
  });

  it('continues at its position when it is resumed', async () => {
    const { list, transfer, offers } = await sendingOne();
    list.pause(transfer.key);
    list.resume(transfer.key);
    await vi.waitFor(() => expect(ways).toHaveLength(2));
    expect(transfer.state).toBe('sending');
    expect(offers()[1]!.replaces).toBeNull();
  });

  it('is not paused any more once it is offered again under the same id', async () => {
    const { list, transfer, mutate } = await sendingOne();
    list.pause(transfer.key);
    expect(list.isPaused('f1')).toBe(true);
    mutate.mockResolvedValueOnce({ offerFile: { id: 'f1', uploadPath: '/upload/f1' } });
    list.resume(transfer.key);
    await vi.waitFor(() => expect(ways).toHaveLength(2));
    expect(list.isPaused('f1')).toBe(false);
  });

  it('that is unknown changes nothing', async () => {
    const { list, states } = await sendingOne();
    list.pause(99);
    list.resume(99);
    list.restart(99);
    await list.cancel(99);
    await settle();
    expect(states()).toEqual(['a sending']);
  });
});

describe('a file that is cancelled', () => {
  it('leaves the list, is stopped, and what was sent of it is deleted', async () => {
    const { list, transfer, way, mutate } = await sendingOne();
    await list.cancel(transfer.key);
    expect([list.transfers.length, way.signal.aborted]).toEqual([0, true]);
    expect(mutate).toHaveBeenLastCalledWith(WithdrawFileDocument, { fileId: 'f1' });
  });

  it('before it was offered deletes nothing', async () => {
    const { list, mutate } = page();
    mutate.mockImplementation(() => new Promise(() => undefined));
    list.send([fileOf('a')]);
    await vi.waitFor(() => expect(mutate).toHaveBeenCalledOnce());
    await list.cancel(list.transfers[0]!.key);
    expect(mutate).toHaveBeenCalledOnce();
  });

  it('leaves the list also where the request fails', async () => {
    const { list, transfer, mutate } = await sendingOne();
    mutate.mockRejectedValueOnce(new TandemError('UNAVAILABLE'));
    await expect(list.cancel(transfer.key)).resolves.toBeUndefined();
    expect(list.transfers).toEqual([]);
  });
});

describe('a page that is left', () => {
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  };

  it('asks for confirmation while something is being sent', async () => {
    page();
    expect(leave()).toBe(false);
    const { list, transfer, way } = await sendingOne();
    expect(leave()).toBe(true);
    way.sending.onInterrupted();
    expect(leave()).toBe(true);
    transfer.state = 'waiting';
    expect(leave()).toBe(true);
    list.pause(transfer.key);
    expect(leave()).toBe(false);
  });

  it('stops its uploads, and does not ask any more', async () => {
    const { way } = await sendingOne();
    scope.stop();
    expect([way.signal.aborted, leave()]).toEqual([true, false]);
  });
});
