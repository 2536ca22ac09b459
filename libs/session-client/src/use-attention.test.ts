import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick, reactive } from 'vue';
import { createTexts } from './texts';
import { useAttention, type Attention } from './use-attention';
import type { Chat } from './use-chat';
import type { SessionStore } from './use-session';

type Told = { __typename: string; actor: { kind: string; name: string } };

let page: VueWrapper;
let isHidden = false;
let tell: (event: Told) => void;
const tones = vi.fn();
const chat = reactive({ unread: 0, messages: [] as object[] });

/** A page of the customer's, who is called after a minute. */
function setUp(patience = 60_000): Attention {
  const onEvent = (listener: (event: Told) => void) => {
    tell = listener;
    return () => undefined;
  };
  const store = { id: 'session', me: { id: 'me' }, onEvent, ability: () => ({ isAllowed: false }) };
  let attention: Attention;
  const setup = () => {
    attention = useAttention(store as unknown as SessionStore, chat as unknown as Chat, patience);
    return () => null;
  };
  page = mount({ setup }, { global: { plugins: [createTexts('en', { ko: {}, en: {} })] } });
  return attention!;
}
async function look(hidden: boolean): Promise<void> {
  isHidden = hidden;
  document.dispatchEvent(new Event('visibilitychange'));
  await nextTick();
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  chat.unread = 0;
  tones.mockClear();
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
  vi.spyOn(document, 'hasFocus').mockImplementation(() => !isHidden);
  vi.stubGlobal(
    'AudioContext',
    class {
      constructor() {
        tones();
        throw new Error('no sound here');
      }
    },
  );
  isHidden = false;
});
afterEach(() => {
  page.unmount();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('somebody who looks elsewhere', () => {
  it('is called by a flashing title and a sound once a message has waited, and no more when they look', async () => {
    const attention = setUp();
    await look(true);
    chat.unread = 1;
    await nextTick();
    vi.advanceTimersByTime(59_000);
    expect(attention.title).toBeNull();
    vi.advanceTimersByTime(1500);
    expect(attention.title).toBe('● New message');
    expect(tones).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(1000);
    expect(attention.title).toBeNull(); // it flashes
    vi.advanceTimersByTime(1000);
    expect(attention.title).not.toBeNull();
    await look(false);
    expect(attention.title).toBeNull();
    vi.advanceTimersByTime(120_000);
    expect(tones).toHaveBeenCalledOnce();
  });

  it('is not called for what they have read, nor while they look', async () => {
    const attention = setUp();
    chat.unread = 1;
    await nextTick();
    vi.advanceTimersByTime(120_000);
    expect(attention.isCalling).toBe(false);
    await look(true);
    chat.unread = 0;
    await nextTick();
    vi.advanceTimersByTime(120_000);
    expect(tones).not.toHaveBeenCalled();
  });

  it('hears nothing who has turned the sound off, and is nudged at once all the same', async () => {
    const attention = setUp();
    attention.hasSound = false;
    await look(true);
    tell({ __typename: 'ChatNudged', actor: { kind: 'STAFF', name: 'Sara' } });
    expect(attention.title).toBe('● New message');
    expect(attention.nudgedBy).toBe('Sara');
    expect(tones).not.toHaveBeenCalled();
    vi.advanceTimersByTime(61_000);
    expect(attention.nudgedBy).toBeNull();
  });

  it('is asked about notifications only after having been called in vain, and never again after a no', async () => {
    const requestPermission = vi.fn(() => Promise.resolve('granted'));
    vi.stubGlobal('Notification', Object.assign(vi.fn(), { permission: 'default', requestPermission }));
    const attention = setUp(0);
    expect(attention.isOffered).toBe(false);
    await look(true);
    chat.unread = 1;
    await nextTick();
    vi.advanceTimersByTime(10);
    expect(attention.isOffered).toBe(true);
    await attention.choose(false);
    expect(attention.isOffered).toBe(false);
    expect(requestPermission).not.toHaveBeenCalled();
    await attention.choose(true);
    expect(requestPermission).toHaveBeenCalledOnce();
    expect(attention.hasNotice).toBe(true);
  });
});
