import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick, reactive } from 'vue';
import { createTexts } from '../texts';
import { useAttention, type Attention } from './use-attention';
import type { Chat } from './use-chat';
import type { SessionStore } from '../session/use-session';

type Told = { __typename: string; actor: { kind: string; name: string; participantId?: string } };

let page: VueWrapper;
let isHidden = false;
let tell: (event: Told) => void;
const tones = vi.fn();
const chat = reactive({ messages: [] as { seq: number; sender: { id: string; name: string } }[] });
const write = async (from: string) => {
  chat.messages.push({ seq: chat.messages.length + 1, sender: { id: from, name: from } });
  await nextTick();
};

/** A page of the customer's, who is called after a minute. */
function setUp(delay = 60_000, role = 'PRIMARY_CUSTOMER'): Attention {
  const onEvent = (listener: (event: Told) => void) => {
    tell = listener;
    return () => undefined;
  };
  const store = { id: 'session', me: { id: 'me', role }, onEvent };
  let attention: Attention;
  const setup = () => {
    attention = useAttention(store as unknown as SessionStore, chat as unknown as Chat, { delay });
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
  chat.messages = [];
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
  it('is alerted by a flashing title and a sound once a message has waited, until they look', async () => {
    const attention = setUp();
    await look(true);
    await write('Sara');
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

  it('is not alerted while they look, for their own messages, nor when they come back in time', async () => {
    const attention = setUp();
    await write('Sara');
    vi.advanceTimersByTime(120_000);
    expect(attention.isAlerting).toBe(false);
    await look(true);
    await write('me');
    vi.advanceTimersByTime(120_000);
    await write('Sara');
    vi.advanceTimersByTime(59_000);
    await look(false); // back in time
    vi.advanceTimersByTime(120_000);
    expect(tones).not.toHaveBeenCalled();
  });

  it('is alerted to a file as to a message, and not to their own', async () => {
    const attention = setUp();
    const sent = (from: string) =>
      tell({ __typename: 'FilePublished', actor: { kind: 'STAFF', name: from, participantId: from } });
    await look(true);
    sent('me');
    vi.advanceTimersByTime(61_000);
    expect(attention.isAlerting).toBe(false);
    sent('Sara');
    await write('Sara'); // the file was there first
    vi.advanceTimersByTime(60_500);
    expect(attention.title).toBe('● New file');
    expect(tones).toHaveBeenCalledOnce();
    await look(false);
    sent('Sara');
    vi.advanceTimersByTime(61_000);
    expect(tones).toHaveBeenCalledOnce();
  });

  it('gets a notification that names the sender of a file, where that is turned on, and no sound with the sound off', async () => {
    const shown = vi.fn();
    class Shown {
      static permission = 'granted';
      constructor(title: string) {
        shown(title);
      }
    }
    vi.stubGlobal('Notification', Shown);
    const attention = setUp(0);
    attention.hasSound = false;
    await attention.choose(true);
    await look(true);
    tell({ __typename: 'FilePublished', actor: { kind: 'STAFF', name: 'Sara', participantId: 'Sara' } });
    vi.advanceTimersByTime(10);
    expect(shown).toHaveBeenCalledExactlyOnceWith('Sara sent you a file');
    expect(tones).not.toHaveBeenCalled();
  });

  it.each(['SECONDARY_CUSTOMER', 'GUEST_EXPERT', 'ASSISTANT', 'PRIMARY_CSR'])(
    'is not nudged as %s: nobody waits for that answer',
    (role) => {
      const attention = setUp(0, role);
      tell({ __typename: 'ChatNudged', actor: { kind: 'STAFF', name: 'Sara' } });
      expect(attention.nudgedBy).toBeNull();
      expect(attention.title).toBeNull();
    },
  );

  it('hears nothing with the sound off, and sees a nudge at once all the same', async () => {
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

  it('is offered notifications only after the first alert, and never again after declining', async () => {
    const requestPermission = vi.fn(() => Promise.resolve('granted'));
    vi.stubGlobal('Notification', Object.assign(vi.fn(), { permission: 'default', requestPermission }));
    const attention = setUp(0);
    expect(attention.isOffered).toBe(false);
    await look(true);
    await write('Sara');
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

describe('the notice of the system', () => {
  const shown: { title: string; options: { tag: string }; onclick?: () => void; isClosed: boolean }[] = [];
  let permission = 'granted';
  const requestPermission = vi.fn(() => Promise.resolve('denied'));
  beforeEach(() => {
    [shown.length, permission] = [0, 'granted'];
    requestPermission.mockClear();
    class Notice {
      static get permission() {
        return permission;
      }
      static requestPermission = requestPermission;
      isClosed = false;
      constructor(
        readonly title: string,
        readonly options: { tag: string },
      ) {
        if (title.includes('Refused')) throw new TypeError('only in service workers');
        shown.push(this);
      }
      close = () => (this.isClosed = true);
    }
    vi.stubGlobal('Notification', Notice);
  });

  async function called(by = 'Sara', wants = true) {
    const attention = setUp(0);
    if (wants) await attention.choose(true);
    await look(true);
    await write(by);
    vi.advanceTimersByTime(10);
    return attention;
  }

  it('names the sender and not the text, replaces the one before, and brings the page back', async () => {
    const attention = await called();
    expect(attention.hasNotice).toBe(true);
    expect(shown).toMatchObject([{ title: 'New message from Sara', options: { tag: 'session' } }]);
    const focused = vi.spyOn(window, 'focus').mockImplementation(() => undefined);
    shown[0]!.onclick!();
    expect([focused.mock.calls.length, shown[0]!.isClosed]).toEqual([1, true]);
  });

  it('is not shown where it was not asked for', async () => {
    const attention = await called('Sara', false);
    expect([attention.hasNotice, attention.isAlerting, shown]).toEqual([false, true, []]);
  });

  it('breaks nothing where the browser shows none', async () => {
    const attention = await called('Refused');
    expect([attention.isAlerting, shown]).toEqual([true, []]);
  });

  it('can’t be had where the system refuses it, and is not offered then', async () => {
    permission = 'default';
    const attention = setUp(0);
    expect([attention.canNotify, attention.hasNotice]).toEqual([true, false]);
    await attention.choose(true);
    expect(requestPermission).toHaveBeenCalledOnce();
    expect([attention.canNotify, attention.hasNotice, attention.isOffered]).toEqual([false, false, false]);
    await attention.choose(true);
    expect(requestPermission).toHaveBeenCalledOnce(); // it would not be asked anyway
  });

  it('can’t be had where the browser has none', () => {
    vi.stubGlobal('Notification', undefined);
    expect(setUp(0).canNotify).toBe(false);
  });
});

describe('a nudge', () => {
  const nudge = (name: string | null) => tell({ __typename: 'ChatNudged', actor: { kind: 'STAFF', name: name! } });
  it('is heard by who looks at the page, whose title does not flash, and goes with the answer', () => {
    const attention = setUp();
    nudge('Sara');
    expect([attention.nudgedBy, attention.title, attention.isAlerting]).toEqual(['Sara', null, false]);
    expect(tones).toHaveBeenCalledOnce();
    attention.answered();
    expect(attention.nudgedBy).toBeNull();
  });

  it('calls at once, and not a second time for the message that was waiting', async () => {
    const attention = setUp();
    await look(true);
    await write('Sara');
    vi.advanceTimersByTime(30_000);
    nudge(null);
    expect([attention.nudgedBy, attention.isAlerting]).toEqual(['', true]);
    vi.advanceTimersByTime(60_000);
    nudge('Sara');
    expect(tones).toHaveBeenCalledOnce();
  });

  it('is no call where something else has happened', () => {
    const attention = setUp(0);
    tell({ __typename: 'SessionLockChanged', actor: { kind: 'STAFF', name: 'Sara' } });
    expect([attention.nudgedBy, tones.mock.calls.length]).toEqual([null, 0]);
  });
});
