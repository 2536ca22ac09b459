import { createTexts, type Media, type SessionStore, type Sharing } from '@tandem/session-client';
import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick, reactive, ref } from 'vue';
import { en } from '../../../texts/en';
import { ko } from '../../../texts/ko';
import { useSeen } from './use-seen';

const LIVE_AT = '2026-01-01T10:00:00.000Z';
const person = (id: string, role: string, more = {}) => ({
  id,
  name: id,
  role,
  state: 'SEATED',
  rights: [],
  cameraShownToIds: [] as string[],
  ...more,
});
const ME = person('Park', 'PRIMARY_CUSTOMER');
const share = (more = {}) => ({
  ...{
    id: 'a',
    publisher: { id: 'Park' },
    liveAt: LIVE_AT,
    surface: 'MONITOR',
    grant: { viewers: [{ id: 'Kim' }] },
    ...more,
  },
});

let page: VueWrapper;
const icon = document.createElement('link');
beforeEach(() => {
  Object.assign(icon, { rel: 'icon', href: '/idle.svg' });
  document.head.append(icon);
});
afterEach(() => {
  page.unmount();
  icon.remove();
});

type Facts = Record<'me' | 'csr' | 'session', object | null>;
const FACTS: Facts = { me: ME, csr: { name: 'Kim' }, session: { hold: null, siteName: 'Acme' } };
const NOTHING: Record<'live' | 'starting', object[]> = { live: [], starting: [] };
const CAMERA: { camera: object | null } = { camera: null };

function room(shares: Partial<typeof NOTHING> = {}, locale: 'en' | 'ko' = 'en') {
  const store = reactive({ ...FACTS, participants: [ME, person('Kim', 'PRIMARY_CSR')] });
  const sharing = reactive({ ...NOTHING, ...shares, stop: vi.fn() });
  const media = reactive({ ...CAMERA, turnOff: vi.fn() });
  const called = ref<string | null>(null);
  let seen: ReturnType<typeof useSeen>;
  const setup = () => {
    const [a, b, c] = [store, media, sharing] as unknown as [SessionStore, Media, Sharing];
    seen = useSeen(a, b, c, () => called.value);
    return () => null;
  };
  page = mount({ setup }, { global: { plugins: [createTexts(locale, { ko, en })] } });
  return { store, sharing, media, called, seen: seen! };
}

describe('what is seen of the customer', () => {
  it('is nothing at first', () => expect(room().seen.value).toEqual([]));

  it.each([
    ['MONITOR', 'Kim can see your screen', 'Kim 님'],
    ['WINDOW', 'Kim can see one of your windows', 'Kim 님'],
    ['BROWSER_TAB', 'Kim can see one of your browser tabs', 'Kim 님'],
    ['UNKNOWN', 'Kim can see your screen', 'Kim 님'],
    [null, 'Kim can see your screen', 'Kim 님'],
  ])('is the %s that was chosen, since it is seen', (surface, text, korean) => {
    const live = [share({ surface })];
    expect(room({ live }).seen.value).toMatchObject([
      { key: 'a', text, isPaused: false, since: Date.parse(LIVE_AT), later: '' },
    ]);
    page.unmount();
    expect(room({ live }, 'ko').seen.value[0]!.text).toContain(korean);
  });

  it('is not yet what is on its way, first in the list', () => {
    const { seen } = room({ live: [share()], starting: [share({ id: 'b', liveAt: null })] });
    expect(seen.value.map(({ key, isPaused, since }) => [key, isPaused, since])).toEqual([
      ['b', true, 0],
      ['a', false, Date.parse(LIVE_AT)],
    ]);
    expect(seen.value[0]!.text).toBe('Your screen is about to appear for Kim…');
  });

  it('is not what somebody else shows', () => {
    expect(room({ live: [share({ publisher: { id: 'Kim' } })] }).seen.value).toEqual([]);
  });

  it('is the camera while it is on, last in the list', () => {
    const { seen, media } = room({ live: [share()] });
    media.camera = {};
    expect(seen.value.map(({ key }) => key)).toEqual(['a', 'camera']);
    expect(seen.value[1]).toMatchObject({ text: 'Kim can see your camera', isPaused: false, later: '' });
  });

  it('is the camera for those alone who may see it: not for who watches along, until that person was chosen', () => {
    const { seen, media, store } = room();
    media.camera = {};
    store.participants = [...store.participants, person('Choi', 'SECONDARY_CUSTOMER'), person('Lee', 'SUPERVISOR')];
    expect(seen.value[0]!.text).toBe('Kim and Lee can see your camera');
    store.me = { ...ME, cameraShownToIds: ['Choi'] };
    expect(seen.value[0]!.text).toBe('Kim, Choi, and Lee can see your camera');
  });

  it('is nothing on hold, and is said to go on', () => {
    const { seen, media, store } = room({ live: [share({ grant: { viewers: [] } })] });
    media.camera = {};
    store.session = { hold: { id: 'h' }, siteName: 'Acme' };
    expect(seen.value.map(({ text, isPaused, later }) => [text, isPaused, later])).toEqual([
      ['Your screen can’t be seen while you’re on hold', true, ''],
      ['Your camera can’t be seen while you’re on hold', true, ''],
    ]);
  });

  it('is stopped by itself, each', () => {
    const { seen, media, sharing } = room({ live: [share()] });
    media.camera = {};
    seen.value[0]!.stop();
    expect(sharing.stop).toHaveBeenCalledExactlyOnceWith('a');
    expect(media.turnOff).not.toHaveBeenCalled();
    seen.value[1]!.stop();
    expect(media.turnOff).toHaveBeenCalledExactlyOnceWith('camera');
  });
});

describe('who sees it', () => {
  it('is everybody who is in the room, who leads first, and nobody else', () => {
    const { seen, store } = room({ live: [share()] });
    store.participants = [
      ME,
      person('Choi', 'ASSISTANT', { rights: ['VIEW'] }),
      person('Blind', 'ASSISTANT'),
      person('Gone', 'SUPERVISOR', { state: 'LEFT' }),
      person('Kim', 'PRIMARY_CSR'),
    ];
    expect(seen.value[0]).toMatchObject({ text: 'Kim and Choi can see your screen', later: 'Choi' });
  });

  it('besides those whom the answer has named is told by name', () => {
    const { seen, store } = room({
      live: [share({ grant: { viewers: [{ id: 'Choi' }] } }), share({ id: 'b', grant: null })],
    });
    store.participants = [ME, person('Kim', 'PRIMARY_CSR'), person('Choi', 'SUPERVISOR'), person('Han', 'SUPERVISOR')];
    expect(seen.value.map(({ later }) => later)).toEqual(['Kim and Han', '']);
  });
});

describe('the tab', () => {
  const iconName = () => new URL(icon.href, 'http://x').pathname;

  it('says while another is looked at that something is seen', async () => {
    const { sharing } = room();
    expect([document.title, iconName()]).toEqual(['Session with Kim', '/idle.svg']);
    sharing.live = [share()];
    await nextTick();
    expect([document.title, iconName()]).toEqual(['● Sharing · Session with Kim', '/live.svg']);
    sharing.live = [];
    await nextTick();
    expect([document.title, iconName()]).toEqual(['Session with Kim', '/idle.svg']);
  });

  it('does not say so of what is on its way or on hold', async () => {
    const { store, sharing } = room({ starting: [share({ liveAt: null })] });
    expect(iconName()).toBe('/idle.svg');
    sharing.live = [share()];
    store.session = { hold: { id: 'h' } };
    await nextTick();
    expect([document.title, iconName()]).toEqual(['Session with Kim', '/idle.svg']);
  });

  it('calls the customer before anything else', async () => {
    const { called } = room({ live: [share()] });
    called.value = '● New message';
    await nextTick();
    expect([document.title, iconName()]).toEqual(['● New message', '/live.svg']);
  });

  it('is that of the site again when the page goes', () => {
    room({ live: [share()] });
    page.unmount();
    expect([document.title, iconName()]).toEqual(['Acme', '/idle.svg']);
  });

  it('names whoever helps before that is known', async () => {
    const { store } = room();
    store.csr = null;
    await nextTick();
    expect(document.title).toBe('Session with Support representative');
  });
});
