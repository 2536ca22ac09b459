import type { DataMessage } from '@tandem/media';
import { expect, it } from 'vitest';
import { reactive } from 'vue';
import { FakeRoom, fakeStore, useFakeBrowser } from '../../test/fake-room';
import { useRoomMessages } from './use-room-messages';

const browser = useFakeBrowser();

function page() {
  const room = new FakeRoom();
  const messages = reactive(browser.scope.run(() => useRoomMessages(room.asRoom, fakeStore().asStore))!);
  const says = (participantId: string, message: DataMessage) => room.emit('data', { participantId, message });
  return { room, messages, says };
}

it('participants type, by their names, until they stop', () => {
  const { messages, says } = page();
  says('csr', { kind: 'typing', isTyping: true });
  says('csr', { kind: 'typing', isTyping: true });
  says('me', { kind: 'typing', isTyping: true });
  expect(messages.typing).toEqual(['Park', 'Kim']);
  says('csr', { kind: 'heartbeat' });
  expect(messages.typing).toEqual(['Park', 'Kim']);
  says('csr', { kind: 'typing', isTyping: false });
  expect(messages.typing).toEqual(['Park']);
});

it('participants read, each up to their own message', () => {
  const { messages, says } = page();
  says('csr', { kind: 'read', seq: 5 });
  says('x', { kind: 'read', seq: 3 });
  says('csr', { kind: 'read', seq: 7 });
  expect(messages.readUpTo).toEqual({ csr: 7, x: 3 });
});

it('what is read and typed is sent to those whom it concerns', () => {
  const { room, messages } = page();
  messages.sendRead(4, 'csr');
  messages.sendTyping(true, ['csr']);
  messages.sendTyping(false);
  expect(room.send.mock.calls).toEqual([
    [{ kind: 'read', seq: 4 }, ['csr']],
    [{ kind: 'typing', isTyping: true }, ['csr']],
    [{ kind: 'typing', isTyping: false }, undefined],
  ]);
});

it('the listeners are removed with the page', () => {
  const { room } = page();
  browser.scope.stop();
  expect(room.listeners.size).toBe(0);
});
