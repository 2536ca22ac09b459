import type { MediaState } from '@tandem/media';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { announced, FakeRoom, fakeStore, SEATED, settle, useFakeBrowser, type RoomOptions } from '../../test/fake-room';
import { useMedia } from './use-media';

let room: FakeRoom;
let obstacle: 'NO_WEBRTC' | 'INSECURE' | null = null;
vi.mock('@tandem/media', async () => ({
  ...(await vi.importActual<object>('@tandem/media')),
  MediaRoom: class {
    constructor(options: RoomOptions) {
      return (room = new FakeRoom(options));
    }
  },
  mediaObstacle: () => obstacle,
}));

const browser = useFakeBrowser();
beforeEach(() => void (obstacle = null));

function page(more: object = {}) {
  const { store, mutate, asStore } = fakeStore(more);
  const media = browser.scope.run(() => useMedia(asStore))!;
  const become = (state: MediaState) => room.emit('state', state);
  return { store, media, mutate, become };
}

describe('the media', () => {
  it('come with the seat and go with it', async () => {
    const { store, media, become } = page({ me: { ...SEATED, state: 'WAITING' } });
    expect(room.connect).not.toHaveBeenCalled();
    store.me = SEATED;
    await nextTick();
    expect(room.connect).toHaveBeenCalledOnce();
    become('live');
    expect(media.state).toBe('live');
    store.me = { ...SEATED, state: 'LEFT' };
    await nextTick();
    expect(room.close).toHaveBeenCalledOnce();
    store.me = SEATED;
    await nextTick();
    expect(room.connect).toHaveBeenCalledTimes(2); // admitted again
  });

  it.each([
    ['the session has ended', { session: { state: 'ENDED' } }],
    ['the role may not', { reasons: { joinMedia: 'RIGHT_NOT_GIVEN' } }],
    ['the page was refused', { connection: 'refused' }],
    ['the page is over', { connection: 'over' }],
    ['nobody is known yet', { me: null }],
  ])('do not come where %s', (_what, facts) => {
    page(facts);
    expect(room.connect).not.toHaveBeenCalled();
    expect(room.close).not.toHaveBeenCalled();
  });

  it('do not come to a browser without WebRTC, and the reason is shown', () => {
    obstacle = 'NO_WEBRTC';
    expect(page().media.obstacle).toBe('NO_WEBRTC');
    expect(room.connect).not.toHaveBeenCalled();
    obstacle = 'INSECURE';
    expect(page().media.obstacle).toBe('INSECURE');
    expect(room.connect).toHaveBeenCalledOnce(); // to hear and to see
  });

  it('show that no connection to the server opens', () => {
    const { media, become } = page();
    expect(media.obstacle).toBeNull();
    become('blocked');
    expect(media.obstacle).toBe('NO_WAY');
    become('live');
    expect(media.obstacle).toBeNull();
  });

  it('are closed with the page, and their listeners are removed', async () => {
    const { media } = page();
    await media.turnOn('microphone');
    const { stop } = media.microphone!;
    browser.scope.stop();
    expect(stop).toHaveBeenCalledOnce();
    expect(room.close).toHaveBeenCalledOnce();
    expect(room.listeners.size).toBe(0);
  });

  it('are taken from another window on request', () => {
    void page().media.useHere();
    expect(room.useHere).toHaveBeenCalledOnce();
  });
});

describe('after a reconnect', () => {
  it('everything is published again, each on its own', async () => {
    const { media, become, mutate } = page();
    await media.turnOn('microphone');
    await media.turnOn('camera');
    await media.showScreen({ getTracks: () => [] } as unknown as MediaStream);
    become('live');
    room.publish.mockRejectedValueOnce(new Error('microphone'));
    room.emit('connected');
    await settle();
    expect(room.publish.mock.calls).toEqual([[media.microphone], [media.camera]]);
    expect(announced(mutate)).toEqual(['microphone on', 'camera on', 'camera on']);
    expect(room.publishScreen).toHaveBeenCalledOnce();
  });

  it('a screen is hidden when the seat is lost', async () => {
    const { media, become, store } = page();
    const track = { stop: vi.fn() };
    await media.showScreen({ getTracks: () => [track] } as unknown as MediaStream);
    become('live');
    store.me = { ...SEATED, state: 'REMOVED' };
    await nextTick();
    expect([media.screen, track.stop.mock.calls.length]).toEqual([null, 1]);
  });

  it('what was on before a hold continues after it', async () => {
    const { media, become, store } = page();
    await media.turnOn('microphone');
    become('live');
    store.session = { state: 'ACTIVE', hold: { id: 'h' } };
    await settle();
    expect(room.publish).not.toHaveBeenCalled();
    store.session = { state: 'ACTIVE', hold: null };
    await settle();
    expect(room.publish).toHaveBeenCalledExactlyOnceWith(media.microphone);
  });

  it('a hold that ends while the room is lost publishes nothing yet', async () => {
    const { media, become, store } = page();
    await media.turnOn('microphone');
    become('frozen');
    store.session = { state: 'ACTIVE', hold: { id: 'h' } };
    await settle();
    store.session = { state: 'ACTIVE', hold: null };
    await settle();
    expect(room.publish).not.toHaveBeenCalled();
  });
});
