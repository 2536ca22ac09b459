import { TandemError } from '@tandem/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, reactive, type EffectScope } from 'vue';
import { DeleteChatMessageDocument, EditChatMessageDocument, SendChatMessageDocument } from '../gql/graphql';
import type { SessionStore } from '../session/use-session';
import { useChat } from './use-chat';

let scope: EffectScope;
let isHidden = false;
beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
  isHidden = false;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const received = (seq: number, sender = 'kim', more: object = {}) => ({
  ...{ id: `m${seq}`, seq, clientId: `c${seq}`, sender: { id: sender }, isDeleted: false },
  ...more,
});

function page(messages: object[] = [], connection = 'live') {
  const mutate = vi.fn((_document: unknown, _variables: object): Promise<object> => Promise.resolve({}));
  const replaceMessage = vi.fn();
  const seated = { id: 'kim', role: 'PRIMARY_CSR', state: 'SEATED' };
  const store = reactive({
    ...{ id: 's', me: { id: 'me' }, connection, messages, client: { mutate }, replaceMessage },
    participants: [{ id: 'me', role: 'PRIMARY_CUSTOMER', state: 'SEATED' }, seated] as object[],
    ability: () => ({ isAllowed: true }),
  });
  const chat = scope.run(() => useChat(store as unknown as SessionStore))!;
  const inputs = () => mutate.mock.calls.map(([, variables]) => (variables as { input: { text: string } }).input);
  return { store, chat, mutate, inputs, replaceMessage, texts: () => inputs().map(({ text }) => text) };
}

describe('a message that is sent', () => {
  it('is shown at once, goes to the chosen readers, and leaves the list with its event', async () => {
    const { store, chat, mutate, inputs } = page();
    chat.audience.choose('PERSON', 'kim');
    chat.send('  hello \n');
    expect(chat.pending).toMatchObject([{ text: 'hello', state: 'sending', error: null }]);
    await settle();
    const { clientId } = chat.pending[0]!;
    const wanted = { sessionId: 's', clientId, audience: 'PERSON', recipientId: 'kim', text: 'hello' };
    expect(mutate).toHaveBeenCalledExactlyOnceWith(SendChatMessageDocument, { input: wanted });
    expect(inputs()).toHaveLength(1);
    store.messages.push(received(1, 'me', { clientId }));
    expect(chat.pending).toEqual([]);
    await settle();
    expect(localStorage.getItem('tandem.session.s.outbox')).toBe('[]');
  });

  it('is not sent again while its event is awaited, though others are', async () => {
    const { chat, texts } = page();
    chat.send('first');
    await settle();
    chat.send('second');
    await settle();
    expect(texts()).toEqual(['first', 'second']);
  });

  it('is none where nothing is written, or where its reader has left', async () => {
    const { store, chat, mutate } = page();
    chat.send(' \n ');
    chat.audience.choose('PERSON', 'kim');
    store.participants = [];
    chat.send('for Kim alone');
    await settle();
    expect([chat.pending, mutate.mock.calls.length]).toEqual([[], 0]);
  });

  it('that a page left behind is sent by the next page', async () => {
    const first = page([], 'lost');
    first.chat.send('typed in the tunnel');
    await settle();
    expect(first.mutate).not.toHaveBeenCalled();
    scope.stop();
    scope = effectScope();
    const { store, texts } = page([], 'connecting');
    store.connection = 'live';
    await settle();
    expect(texts()).toEqual(['typed in the tunnel']);
  });

  it.each(['UNAVAILABLE', 'TOO_MANY_REQUESTS'] as const)(
    'goes again a second later after %s, in order',
    async (code) => {
      const { chat, mutate, texts } = page();
      mutate.mockRejectedValueOnce(new TandemError(code));
      chat.send('first');
      chat.send('second');
      await settle(999);
      expect(texts()).toEqual(['first']);
      expect(chat.pending[0]).toMatchObject({ state: 'sending', error: null });
      await settle(1);
      expect(texts()).toEqual(['first', 'first', 'second']);
    },
  );

  it('goes again after an error that nobody knows', async () => {
    const { chat, mutate, texts } = page();
    mutate.mockRejectedValueOnce(new TypeError('line'));
    chat.send('hello');
    await settle(1000);
    expect(texts()).toEqual(['hello', 'hello']);
  });

  it('is not tried again by a page that has gone', async () => {
    const { chat, mutate } = page();
    mutate.mockRejectedValueOnce(new TandemError('UNAVAILABLE'));
    chat.send('hello');
    await settle();
    scope.stop();
    await settle(5000);
    expect(mutate).toHaveBeenCalledOnce();
  });
});

describe('a message that is refused', () => {
  async function refused() {
    const all = page();
    all.mutate.mockRejectedValueOnce(new TandemError('FORBIDDEN'));
    all.chat.send('first');
    all.chat.send('second');
    await settle();
    return { ...all, clientId: all.chat.pending[0]!.clientId };
  }

  it('says so, and holds up none of the others', async () => {
    const { chat, texts } = await refused();
    expect(chat.pending[0]).toMatchObject({ text: 'first', state: 'failed', error: { code: 'FORBIDDEN' } });
    expect(texts()).toEqual(['first', 'second']);
    await settle(10_000);
    expect(texts()).toHaveLength(2);
  });

  it('is sent again when it is wanted', async () => {
    const { chat, texts, clientId } = await refused();
    chat.retry('unknown');
    await settle();
    expect(texts()).toHaveLength(2);
    chat.retry(clientId);
    expect(chat.pending[0]).toMatchObject({ state: 'sending', error: null });
    await settle();
    expect(texts()).toEqual(['first', 'second', 'first']);
  });

  it('is thrown away when it is wanted', async () => {
    const { chat, clientId } = await refused();
    chat.discard(clientId);
    expect(chat.pending.map(({ text }) => text)).toEqual(['second']);
  });
});

describe('what was not read', () => {
  it('is counted: the messages of others that are still there', () => {
    const { store, chat } = page([
      received(1),
      received(2, 'me'),
      received(3, 'kim', { isDeleted: true }),
      received(4),
    ]);
    expect(chat.unread).toBe(2);
    chat.readUpTo = 1;
    expect(chat.unread).toBe(1);
    chat.readUpTo = 4;
    expect(chat.unread).toBe(0);
    Object.assign(store, { me: null });
    chat.readUpTo = 1;
    expect(chat.unread).toBe(2);
  });

  it('is read in the open panel of a page that is looked at, and only there', async () => {
    const { store, chat } = page([received(1)]);
    await nextTick();
    expect(chat.readUpTo).toBe(0);
    chat.isOpen = true;
    await nextTick();
    expect(chat.readUpTo).toBe(1);
    isHidden = true;
    document.dispatchEvent(new Event('visibilitychange'));
    store.messages.push(received(2));
    await nextTick();
    expect([chat.readUpTo, chat.unread]).toEqual([1, 1]);
    isHidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await nextTick();
    expect([chat.readUpTo, chat.unread]).toEqual([2, 0]);
    store.messages.splice(1); // what was read stays read
    await nextTick();
    expect(chat.readUpTo).toBe(2);
  });
});

it('a message is edited and deleted, and the answer is shown before its event comes', async () => {
  const { chat, mutate, replaceMessage } = page([received(1, 'me')]);
  mutate.mockResolvedValueOnce({ editChatMessage: 'edited' }).mockResolvedValueOnce({ deleteChatMessage: 'deleted' });
  await chat.edit('m1', ' better ');
  expect(mutate).toHaveBeenLastCalledWith(EditChatMessageDocument, { input: { messageId: 'm1', text: 'better' } });
  await chat.remove('m1');
  expect(mutate).toHaveBeenLastCalledWith(DeleteChatMessageDocument, { messageId: 'm1' });
  expect(replaceMessage.mock.calls).toEqual([['edited'], ['deleted']]);
});
