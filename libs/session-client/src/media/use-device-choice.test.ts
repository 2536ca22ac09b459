// @vitest-environment node
import type { MediaRoom } from '@tandem/media';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useDeviceChoice } from './use-device-choice';

let isPhone = false;
beforeEach(() => {
  isPhone = false;
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: isPhone && query === '(pointer: coarse) and (max-width: 900px)',
  }));
});
afterEach(() => vi.unstubAllGlobals());

function page() {
  const createTrack = vi.fn((kind: string, _options: object) => Promise.resolve(`a ${kind}`));
  return { createTrack, devices: useDeviceChoice({ createTrack } as unknown as MediaRoom) };
}

describe('a device', () => {
  it('is any, until one is chosen', async () => {
    const { createTrack, devices } = page();
    expect(await devices.open('microphone')).toBe('a microphone');
    expect(createTrack).toHaveBeenLastCalledWith('microphone', { deviceId: undefined });
    devices.choose('microphone', 'headset');
    devices.choose('camera', 'desk');
    await devices.open('microphone');
    expect(createTrack).toHaveBeenLastCalledWith('microphone', { deviceId: 'headset' });
    await devices.open('camera');
    expect(createTrack).toHaveBeenLastCalledWith('camera', { deviceId: 'desk' });
    expect(devices.chosen.value).toEqual({ microphone: 'headset', camera: 'desk' });
  });

  it('on a phone is a camera by its side, at first the one that looks away', async () => {
    isPhone = true;
    const { createTrack, devices } = page();
    devices.choose('camera', 'desk');
    const sides = [];
    for (let turn = 0; turn < 3; turn++) {
      await devices.open('camera');
      sides.push(createTrack.mock.lastCall![1]);
      devices.flip();
    }
    expect(sides).toEqual([{ facingMode: 'environment' }, { facingMode: 'user' }, { facingMode: 'environment' }]);
    devices.choose('microphone', 'headset');
    await devices.open('microphone');
    expect(createTrack).toHaveBeenLastCalledWith('microphone', { deviceId: 'headset' });
  });

  it('that was chosen and is not plugged in is replaced by any other', async () => {
    const { createTrack, devices } = page();
    devices.choose('microphone', 'headset');
    createTrack.mockRejectedValueOnce(new DOMException('no headset', 'OverconstrainedError'));
    expect(await devices.open('microphone')).toBe('a microphone');
    expect(createTrack.mock.calls).toEqual([
      ['microphone', { deviceId: 'headset' }],
      ['microphone', {}],
    ]);
  });

  it.each([
    ['is refused', 'NotAllowedError', 'microphone'],
    ['is missing though none was chosen', 'OverconstrainedError', 'camera'],
  ] as const)('that %s is not tried otherwise', async (_what, name, device) => {
    const { createTrack, devices } = page();
    devices.choose('microphone', 'headset');
    createTrack.mockRejectedValueOnce(new DOMException('no', name));
    await expect(devices.open(device)).rejects.toMatchObject({ name });
    expect(createTrack).toHaveBeenCalledOnce();
  });
});
