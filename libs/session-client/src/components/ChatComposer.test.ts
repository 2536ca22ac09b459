import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { h, nextTick, reactive } from 'vue';
import { createTexts } from '../texts';
import { useAudience } from '../chat/use-audience';
import type { Chat } from '../chat/use-chat';
import type { SessionStore } from '../session/use-session';
import ChatComposer from './ChatComposer.vue';

beforeEach(() => localStorage.clear());

const CSR = { id: 'csr', name: 'Sara', role: 'PRIMARY_CSR', state: 'SEATED' };
const reply = (short: string, text: string) => ({ id: short, short, text, locale: 'en', isForSite: true });

function setUp(draft = '') {
  const ability = () => ({ isAllowed: true, reason: null });
  const store = reactive({ id: 'session', me: CSR, participants: [CSR], ability });
  const audience = useAudience(store as unknown as SessionStore);
  const chat = reactive({ draft, send: vi.fn(), audience });
  const used = vi.fn();
  const replies = { all: () => [reply('hello', 'Good morning'), reply('bye', 'Good night')], used };
  const composer = mount(ChatComposer, {
    props: { chat: chat as unknown as Chat, replies },
    slots: {
      tools: (given: { replies: { open(): Promise<void>; isOpen: boolean } }) =>
        h('button', {
          type: 'button',
          'data-replies': '',
          'aria-expanded': given.replies.isOpen,
          onClick: given.replies.open,
        }),
    },
    global: { plugins: [createTexts('en', { ko: {}, en: {} })] },
    attachTo: document.body,
  });
  const field = composer.get('textarea');
  const button = composer.get('[data-replies]');
  const options = () => composer.findAll('[role=option]').map((option) => option.get('code').text());
  async function press(): Promise<void> {
    await button.trigger('click');
    await nextTick();
  }
  return { chat, composer, field, button, options, press, used };
}

describe('the button of the canned replies', () => {
  it('opens the list of a slash, with the focus in the field, and searches it by what is typed', async () => {
    const { composer, field, button, options, press } = setUp();
    await press();
    expect(options()).toEqual(['/hello', '/bye']);
    expect(button.attributes('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(field.element);
    await field.setValue('/night');
    expect(options()).toEqual(['/bye']);
    composer.unmount();
  });

  it('puts the chosen one after what is written already', async () => {
    const { chat, composer, field, press, used } = setUp('Hi.');
    field.element.setSelectionRange(3, 3);
    await press();
    await field.trigger('keydown', { key: 'ArrowDown' });
    await field.trigger('keydown', { key: 'Enter' });
    expect(chat.draft).toBe('Hi. Good night');
    expect(used).toHaveBeenCalledExactlyOnceWith('bye');
    composer.unmount();
  });

  it.each(['Escape', 'the button', 'leaving the field'])(
    'leaves nothing behind when it is closed by %s',
    async (by) => {
      const { chat, composer, field, options, press } = setUp('Hi.');
      field.element.setSelectionRange(3, 3);
      await press();
      expect(chat.draft).toBe('Hi. /');
      if (by === 'Escape') await field.trigger('keydown', { key: 'Escape' });
      else if (by === 'the button') await press();
      else await field.trigger('blur');
      expect([chat.draft, options()]).toEqual(['Hi.', []]);
      composer.unmount();
    },
  );
});

it('keeps a slash that somebody typed when its list is closed', async () => {
  const { chat, composer, field } = setUp();
  await field.setValue('/');
  await field.trigger('keydown', { key: 'Escape' });
  expect(chat.draft).toBe('/');
  composer.unmount();
});
