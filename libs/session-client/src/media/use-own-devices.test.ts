import { TandemError } from '@tandem/client';
import type { MediaState } from '@tandem/media';
import { describe, expect, it, vi } from 'vitest';
import { reactive, ref } from 'vue';
import { announced, FakeRoom, fakeStore, settle, useFakeBrowser, type trackOf } from '../../test/fake-room';
import { useOwnDevices } from './use-own-devices';

const browser = useFakeBrowser();

function page(state: MediaState = 'connecting') {
  const room = new FakeRoom();
  const { store, mutate, asStore } = fakeStore();
  const media = reactive(browser.scope.run(() => useOwnDevices(room.asRoom, asStore, ref(state)))!);
  return { room, store, media, mutate };
}

describe('a device', () => {
  it('is announced to the server before it is published, and turned off again', async () => {
    const { room, media, mutate } = page('live');
    await media.toggle('microphone');
    const track = media.microphone!;
    expect(announced(mutate)).toEqual(['microphone on']);
    expect(room.publish).toHaveBeenCalledExactlyOnceWith(track);
    expect(mutate.mock.invocationCallOrder.at(-1)!).toBeLessThan(room.publish.mock.invocationCallOrder[0]!);
    await media.toggle('microphone');
    expect(announced(mutate)).toEqual(['microphone on', 'microphone off']);
    expect(room.unpublish).toHaveBeenCalledExactlyOnceWith(track);
    expect(track.stop).toHaveBeenCalledOnce();
    expect([media.microphone, media.camera]).toEqual([null, null]);
  });

  it('that is turned on before the room is there is published with it', async () => {
    const { room, media } = page();
    await media.turnOn('camera');
    expect(room.publish).not.toHaveBeenCalled();
    media.publishDevices();
    await settle();
    expect(room.publish).toHaveBeenCalledExactlyOnceWith(media.camera);
  });

  it('is asked about while the browser asks', async () => {
    const { media } = page();
    const turning = media.turnOn('camera');
    expect(media.asking).toBe('camera');
    await turning;
    expect(media.asking).toBeNull();
  });

  it('is not asked about while the server is', async () => {
    const { media, mutate } = page();
    let asking: unknown;
    mutate.mockImplementationOnce(() => Promise.resolve((asking = media.asking)));
    await media.turnOn('camera');
    expect(asking).toBeNull();
  });

  it.each([
    ['NotAllowedError', 'REFUSED'],
    ['SecurityError', 'REFUSED'],
    ['NotFoundError', 'MISSING'],
    ['OverconstrainedError', 'MISSING'],
    ['NotReadableError', 'BUSY'],
  ])('that fails with %s is %s, and nothing is half on', async (name, why) => {
    const { room, media, mutate } = page();
    room.createTrack.mockRejectedValueOnce(new DOMException('no', name));
    await media.turnOn('microphone');
    expect([media.failure, media.microphone, media.asking]).toEqual([{ device: 'microphone', why }, null, null]);
    expect(announced(mutate)).toEqual([]);
    await media.turnOn('microphone');
    expect(media.failure).toBeNull();
  });

  it('that the server refuses is off again, and the caller gets the error', async () => {
    const { media, mutate } = page();
    mutate.mockRejectedValueOnce(new TandemError('FORBIDDEN'));
    await expect(media.turnOn('camera')).rejects.toThrow('FORBIDDEN');
    expect([media.camera, media.failure]).toEqual([null, null]);
    expect(announced(mutate)).toEqual(['camera on', 'camera off']);
  });

  it('that can’t be published is off again', async () => {
    const { room, media } = page('live');
    room.publish.mockRejectedValueOnce(new Error('gone'));
    await media.turnOn('camera');
    expect([media.camera, media.failure?.why]).toEqual([null, 'NOT_SENT']);
  });

  it('that is turned on during a hold stays on without a word of a failure, and nothing is sent', async () => {
    const { room, media, mutate, store } = page('live');
    store.session = { state: 'ACTIVE', hold: { id: 'h' } };
    await media.turnOn('microphone');
    expect(room.publish).not.toHaveBeenCalled();
    expect([media.microphone === null, media.failure]).toEqual([false, null]);
    expect(announced(mutate)).toEqual(['microphone on']);
  });

  it('stays on if a hold begins while it is turned on', async () => {
    const { room, media, store } = page('live');
    room.publish.mockImplementationOnce(() => {
      store.session = { state: 'ACTIVE', hold: { id: 'h' } };
      return Promise.reject(new Error('the server does not allow to publish microphone'));
    });
    await media.turnOn('microphone');
    expect([media.microphone === null, media.failure]).toEqual([false, null]);
  });

  it('can be turned off while the server can’t be reached', async () => {
    const { media, mutate } = page();
    await media.turnOn('camera');
    mutate.mockRejectedValueOnce(new TandemError('UNAVAILABLE'));
    await media.turnOff('camera');
    expect(media.camera).toBeNull();
  });

  it('that was chosen is used, now and next time, until it is gone', async () => {
    const { media } = page();
    await media.turnOn('microphone');
    await media.choose('microphone', 'headset');
    expect((media.microphone as unknown as ReturnType<typeof trackOf>).setDeviceId).toHaveBeenCalledWith('headset');
    const { media: next, room } = page();
    room.createTrack.mockRejectedValueOnce(new DOMException('gone', 'OverconstrainedError'));
    await next.turnOn('microphone');
    expect(room.createTrack.mock.calls).toEqual([
      ['microphone', { deviceId: 'headset' }],
      ['microphone', {}],
    ]);
    expect(next.microphone).not.toBeNull();
    await next.choose('camera', 'front');
    expect(next.chosen).toEqual({ microphone: 'headset', camera: 'front' });
  });

  it('that was chosen and is refused is not replaced by another', async () => {
    const { room, media } = page();
    await media.choose('microphone', 'headset');
    room.createTrack.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
    await media.turnOn('microphone');
    expect(room.createTrack).toHaveBeenCalledOnce();
  });

  it('of a phone is chosen by its side', async () => {
    browser.isPhone = true;
    const { room, media } = page();
    await media.flip();
    expect(room.createTrack).not.toHaveBeenCalled();
    await media.turnOn('camera');
    await media.flip();
    await media.turnOn('microphone');
    expect(room.createTrack.mock.calls).toEqual([
      ['camera', { facingMode: 'user' }],
      ['camera', { facingMode: 'environment' }],
      ['microphone', { deviceId: undefined }],
    ]);
  });

  it('that is unplugged with no other left is off and missing', async () => {
    const { room, media } = page();
    await media.turnOn('microphone');
    const { mediaStreamTrack } = (await room.createTrack.mock.results[0]!.value) as ReturnType<typeof trackOf>;
    mediaStreamTrack.readyState = 'ended';
    mediaStreamTrack.dispatchEvent(new Event('ended')); // the fake track can't be restarted
    await vi.advanceTimersByTimeAsync(1000);
    expect([media.microphone, media.failure]).toEqual([null, { device: 'microphone', why: 'MISSING' }]);
  });

  it.each([
    ['microphone', 'useAudio'],
    ['camera', 'useVideo'],
  ] as const)('goes off here too when the right to it is taken: %s', async (device, act) => {
    const { media, store } = page();
    await media.turnOn('microphone');
    await media.turnOn('camera');
    store.reasons = { [act]: 'CUSTOMER_ON_HOLD' };
    await settle();
    expect(media[device]).not.toBeNull();
    store.reasons = { [act]: 'RIGHT_NOT_GIVEN' };
    await settle();
    expect(media[device]).toBeNull();
    expect(media[device === 'camera' ? 'microphone' : 'camera']).not.toBeNull();
    await media.turnOn(device);
    store.reasons = { [act]: 'NOT_YOUR_SEAT' };
    await settle();
    expect(media[device]).toBeNull();
  });
});

describe('after a reconnect', () => {
  it('devices are published again, each on its own', async () => {
    const { room, media, mutate } = page();
    await media.turnOn('microphone');
    await media.turnOn('camera');
    room.publish.mockRejectedValueOnce(new Error('microphone'));
    media.publishDevices();
    await settle();
    expect(room.publish.mock.calls).toEqual([[media.microphone], [media.camera]]);
    expect(announced(mutate)).toEqual(['microphone on', 'camera on', 'camera on']);
  });

  it('a camera that is not allowed any more is not published', async () => {
    const { room, media, mutate } = page();
    await media.turnOn('camera');
    mutate.mockRejectedValueOnce(new TandemError('FORBIDDEN'));
    media.publishDevices();
    await settle();
    expect(room.publish).not.toHaveBeenCalled();
  });
});
