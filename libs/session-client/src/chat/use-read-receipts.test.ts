// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, reactive, type EffectScope } from 'vue';
import { MarkReadDocument } from '../gql/graphql';
import type { Media } from '../media/use-media';
import type { SessionStore } from '../session/use-session';
import type { Chat } from './use-chat';
import { useReadReceipts } from './use-read-receipts';

let scope: EffectScope;
beforeEach(() => {
  vi.useFakeTimers();
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

const seated = (id: string, state = 'SEATED') => ({ id, name: `name of ${id}`, state });
const message = (seq: number, sender: string, readBy: string[] = []) => ({
  ...{ id: `m${seq}`, seq, sender: { id: sender } },
  readBy: readBy.map((id) => ({ id })),
});

/** The conversation: the customer wrote 1 and 3, I wrote 2, the assistant wrote 4. */
function page({ readUpTo = 0, known = 0, state = 'live' } = {}) {
  let tell: (event: object) => void = () => undefined;
  const isHearing = { now: true };
  const mutate = vi.fn((_document: unknown, _variables: object) => Promise.resolve({}));
  const store = reactive({
    ...{ id: 's', me: seated('me'), client: { mutate }, session: { readUpTo: known } },
    participants: [seated('me'), seated('customer'), seated('assistant'), seated('gone', 'LEFT')],
    onEvent: (listener: typeof tell) => {
      tell = listener;
      return () => (isHearing.now = false);
    },
  });
  const messages = [message(1, 'customer'), message(2, 'me'), message(3, 'customer'), message(4, 'assistant')];
  const chat = reactive({ readUpTo, messages });
  const sendRead = vi.fn((_seq: number, _to: string) => undefined);
  const media = reactive({ state, sendRead, readUpTo: {} });
  const receipts = scope.run(() =>
    useReadReceipts(store as unknown as SessionStore, chat as unknown as Chat, media as unknown as Media),
  )!;
  const stored = () => mutate.mock.calls.map(([, variables]) => (variables as { seq: number }).seq);
  return { store, chat, media, receipts, mutate, stored, sendRead, isHearing, tell: (event: object) => tell(event) };
}

describe('what I have read', () => {
  it('is stored on the server a moment later, in one request for several messages', async () => {
    const { chat, mutate } = page();
    chat.readUpTo = 1;
    await settle(799);
    chat.readUpTo = 3;
    await settle(799);
    expect(mutate).not.toHaveBeenCalled();
    await settle(1);
    expect(mutate).toHaveBeenCalledExactlyOnceWith(MarkReadDocument, { sessionId: 's', seq: 3 });
  });

  it('is not stored again, nor for my own messages', async () => {
    const { chat, stored } = page({ known: 1 });
    expect(chat.readUpTo).toBe(1);
    chat.readUpTo = 2;
    await settle(2000);
    expect(stored()).toEqual([]);
    chat.readUpTo = 4;
    await settle(800);
    chat.readUpTo = 5;
    await settle(2000);
    expect(stored()).toEqual([4]);
  });

  it('is stored when the page opens, where an earlier one could not', async () => {
    const { stored } = page({ readUpTo: 3 });
    await settle(800);
    expect(stored()).toEqual([3]);
  });

  it('is stored with the next message where a request fails', async () => {
    const { chat, mutate, stored } = page();
    mutate.mockRejectedValueOnce(new Error('line'));
    chat.readUpTo = 3;
    await settle(800);
    chat.readUpTo = 4;
    await settle(800);
    expect(stored()).toEqual([3, 4]);
  });

  it('is taken over from another browser, and never goes back', async () => {
    const { store, chat, stored } = page({ readUpTo: 1 });
    store.session = { readUpTo: 4 };
    await settle(2000);
    expect([chat.readUpTo, stored()]).toEqual([4, []]);
    store.session = { readUpTo: 2 };
    await settle(2000);
    expect([chat.readUpTo, stored()]).toEqual([4, []]);
    Object.assign(store, { session: null });
    await settle(2000);
    expect(chat.readUpTo).toBe(4);
  });
});

describe('a sender', () => {
  it('learns up to which of their own messages I have read, and nothing about those of others', async () => {
    const { chat, sendRead } = page();
    chat.readUpTo = 2;
    await settle();
    expect(sendRead.mock.calls).toEqual([[1, 'customer']]);
    chat.readUpTo = 4;
    await settle();
    expect(sendRead.mock.calls.slice(1)).toEqual([
      [3, 'customer'],
      [4, 'assistant'],
    ]);
  });

  it('is told once, and told again only on a new page', async () => {
    const { chat, sendRead, tell } = page();
    chat.readUpTo = 3;
    await settle(2000);
    chat.messages.push(message(5, 'me'));
    await settle(2000);
    expect(sendRead).toHaveBeenCalledOnce();
    tell({ __typename: 'ParticipantLeft', participant: { id: 'customer' } });
    await settle(2000);
    expect(sendRead).toHaveBeenCalledOnce();
    for (const __typename of ['ParticipantJoined', 'ParticipantReconnected']) {
      sendRead.mockClear();
      tell({ __typename, participant: { id: 'customer' } });
      await settle(1999);
      expect(sendRead).not.toHaveBeenCalled(); // that page can't receive it yet
      await settle(1);
      expect(sendRead).toHaveBeenCalledExactlyOnceWith(3, 'customer');
    }
  });

  it('is told all again once the room is there, and nothing before', async () => {
    const { media, sendRead } = page({ readUpTo: 3, state: 'connecting' });
    await settle(5000);
    expect(sendRead).not.toHaveBeenCalled();
    media.state = 'live';
    await settle(1999);
    expect(sendRead).not.toHaveBeenCalled();
    await settle(1);
    expect(sendRead.mock.calls).toEqual([[3, 'customer']]);
    media.state = 'lost';
    await settle(5000);
    media.state = 'live';
    await settle(2000);
    expect(sendRead).toHaveBeenCalledTimes(2);
  });

  it('who has left is not told', async () => {
    const { store, chat, sendRead } = page();
    store.participants = [seated('me'), seated('customer', 'LEFT')];
    chat.readUpTo = 3;
    await settle(5000);
    expect(sendRead).not.toHaveBeenCalled();
  });

  it('is told nothing by a page that has gone', async () => {
    const { tell, sendRead, isHearing } = page({ readUpTo: 3 });
    await settle(2000);
    sendRead.mockClear();
    tell({ __typename: 'ParticipantJoined', participant: { id: 'customer' } });
    scope.stop();
    await settle(5000);
    expect([sendRead.mock.calls.length, isHearing.now]).toEqual([0, false]);
  });
});

describe('who has read my last message', () => {
  it('is told by the room, and by the server to a page that opens later', async () => {
    const { media, chat, receipts } = page();
    expect(receipts.readBy('m2')).toBe('');
    media.readUpTo = { customer: 1 };
    expect(receipts.readBy('m2')).toBe('');
    media.readUpTo = { customer: 2 };
    expect(receipts.readBy('m2')).toBe('name of customer');
    chat.messages = [message(2, 'me', ['assistant'])];
    await nextTick();
    expect(receipts.readBy('m2')).toBe('name of customer, name of assistant');
  });

  it('stands at the last one only, and names neither me nor who has left', () => {
    const { media, chat, receipts } = page();
    chat.messages.push(message(5, 'me'), message(6, 'me'));
    media.readUpTo = { me: 9, gone: 9, customer: 5, assistant: 9 };
    expect(['m2', 'm4', 'm5', 'm6'].map(receipts.readBy)).toEqual(['', '', 'name of customer', 'name of assistant']);
  });
});
