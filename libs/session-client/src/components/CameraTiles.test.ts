import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nextTick, reactive } from 'vue';
import type { Media } from '../media/use-media';
import type { SessionStore } from '../session/use-session';
import { createTexts } from '../texts';
import CameraTiles from './CameraTiles.vue';

const person = (id: string, role: string, more = {}) => ({
  ...{ id, role, name: `Name of ${id}`, state: 'SEATED', isCameraOn: true, isMicrophoneOn: true },
  ...{ rights: ['VIEW'], cameraShownToIds: [], ...more },
});
const ME = person('me', 'PRIMARY_CSR');
const CUSTOMER = person('customer', 'PRIMARY_CUSTOMER');
const assistants = (count: number) => Array.from({ length: count }, (_, i) => person(`a${i}`, 'ASSISTANT'));
const TRACK = { mediaStreamTrack: {} };
/** This document plays no streams. */
const VideoView = { template: '<video />' };
let page: VueWrapper;
afterEach(() => page.unmount());

function setUp(others: object[], props = {}) {
  const store = reactive({ me: ME, participants: [ME, ...others], session: { hold: null as object | null } });
  const tracks = reactive<Record<string, object | null>>({});
  const media = reactive({
    large: '',
    claimCamera: vi.fn(),
    isShownLarger: (id: string): boolean => media.large === id,
    cameraOf: (id: string) => tracks[id] ?? null,
  });
  page = mount(CameraTiles, {
    props: { store: store as unknown as SessionStore, media: media as unknown as Media, ...props },
    global: { plugins: [createTexts('en', { ko: {}, en: {} })], stubs: { VideoView } },
    attachTo: document.body,
  });
  const tiles = () => page.findAll('.tile').filter((tile) => (tile.element as HTMLElement).style.display !== 'none');
  return { store, tracks, media, page, tiles };
}

describe('the small pictures', () => {
  it('are four, and a counter that shows the others', async () => {
    const { page, tiles } = setUp([CUSTOMER, ...assistants(5)]);
    expect(tiles()).toHaveLength(4);
    const more = page.get('.tiles-more');
    expect(more.text()).toBe('+2 more');
    await more.trigger('click');
    expect(tiles()).toHaveLength(6);
    expect(page.get('.tiles-more').text()).toBe('Show fewer');
  });

  it('show initials where there is no camera, and say who is muted', () => {
    const quiet = person('x', 'ASSISTANT', { name: 'Lee Minho', isCameraOn: false, isMicrophoneOn: false });
    const { tiles } = setUp([CUSTOMER, quiet]);
    expect(tiles()[1]!.text()).toContain('LM');
    expect(tiles().map((tile) => tile.find('[aria-label="Microphone off"]').exists())).toEqual([false, true]);
  });

  it('leave out who is shown larger elsewhere', async () => {
    const { tiles, media } = setUp([CUSTOMER, ...assistants(1)]);
    media.large = 'customer';
    await nextTick();
    expect(tiles().map((tile) => tile.get('figcaption').text())).toEqual(['Name of a0']);
  });

  it('stay as they were on hold, and go with their camera', async () => {
    const { tiles, tracks, store, page } = setUp([CUSTOMER, ...assistants(1)]);
    tracks.customer = TRACK;
    await nextTick();
    expect(tiles()[0]!.find('video').exists()).toBe(true);
    tracks.customer = null;
    store.session.hold = {};
    await nextTick();
    expect(tiles()[0]!.find('video').exists()).toBe(false);
    expect(tiles()[0]!.find('canvas[aria-label="Last picture of Name of customer"]').isVisible()).toBe(true);
    expect(tiles()[0]!.classes()).toContain('still');
    expect(tiles()[0]!.text()).toContain('On hold');
    store.participants = [ME, { ...CUSTOMER, isCameraOn: false }, ...assistants(1)];
    await nextTick();
    expect(page.find('canvas').exists()).toBe(false);
  });

  it('are folded, and nothing is received meanwhile', async () => {
    const { page, tiles, media } = setUp([CUSTOMER]);
    await page.get('.tiles-fold').trigger('click');
    expect(tiles()).toHaveLength(0);
    expect(media.claimCamera).toHaveBeenLastCalledWith(expect.anything(), null);
    expect(page.get('.tiles-fold').attributes('aria-expanded')).toBe('false');
  });

  it('are moved by keys within their frame, and Home takes them back', async () => {
    const { page } = setUp([CUSTOMER]);
    const box = page.get('section').element as HTMLElement;
    const sizes = { offsetParent: { clientWidth: 500, clientHeight: 260 }, offsetWidth: 100, offsetHeight: 100 };
    for (const [name, value] of Object.entries(sizes)) Object.defineProperty(box, name, { value });
    const grip = page.get('.tiles-grip');
    const press = (key: string, more = {}) => grip.trigger('keydown', { key, ...more });
    await press('ArrowLeft');
    expect(box.style.left).toBe('96%');
    await press('ArrowUp', { shiftKey: true });
    expect(box.style.top).toBe('60%');
    for (let i = 0; i < 9; i++) await press('ArrowLeft', { shiftKey: true });
    expect(box.style.left).toBe('0%');
    await press('Home');
    expect([box.style.left, box.style.top]).toEqual(['100%', '100%']);
  });
});

describe('as a row', () => {
  it('only cameras are shown, all of them, without the one who has another place', () => {
    const off = person('x', 'ASSISTANT', { isCameraOn: false });
    const { tiles, page } = setUp([CUSTOMER, ...assistants(5), off], { isRow: true, except: 'a0' });
    expect(tiles()).toHaveLength(5);
    expect(page.find('.tiles-grip').exists()).toBe(false);
  });
});
