import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { reactive } from 'vue';
import { createTexts } from '../texts';
import type { Chat } from '../use-chat';
import ChatPanel from './ChatPanel.vue';

function setUp() {
  const send = vi.fn();
  const chat = reactive({ messages: [], pending: [], draft: '', unread: 0, isOpen: false, send });
  const panel = mount(ChatPanel, {
    props: { chat: chat as unknown as Chat, myId: 'me', people: [], typing: [] },
    global: { plugins: [createTexts('ko', { ko: {}, en: {} })] },
  });
  return { send, chat, field: panel.get('textarea') };
}

describe('Enter in the field of a message', () => {
  it('ends a Hangul syllable that is being composed, and sends nothing', async () => {
    const { send, chat, field } = setUp();
    chat.draft = '안녕하세';
    await field.trigger('keydown', { key: 'Enter', isComposing: true });
    await field.trigger('keydown', { key: 'Enter', keyCode: 229 }); // as Safari tells it
    expect(send).not.toHaveBeenCalled();

    chat.draft = '안녕하세요';
    await field.trigger('keydown', { key: 'Enter' });
    expect(send).toHaveBeenCalledExactlyOnceWith('안녕하세요', 'EVERYONE', null);
    expect(chat.draft).toBe('');
  });

  it('breaks the line together with Shift', async () => {
    const { send, field } = setUp();
    await field.trigger('keydown', { key: 'Enter', shiftKey: true });
    expect(send).not.toHaveBeenCalled();
  });
});
