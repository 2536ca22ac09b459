import { refAutoReset, useEventListener } from '@vueuse/core';
import { watch, type Ref } from 'vue';
import type { Device } from '../model/media-rules';

/** What of a track this asks for. */
interface Swappable {
  readonly mediaStreamTrack: MediaStreamTrack;
  restartTrack(options?: object): Promise<unknown>;
}
export interface Swap {
  device: Device;
  /** Name of what is used now; empty where the browser tells none. */
  label: string;
}
/** The media library falls back by itself in some cases: it is given this long before the place is taken. */
const SWAP_DELAY_MS = 400;
const SHOWN = 8000;

/**
 * A device that is unplugged in the middle: its place is taken by the default one within two seconds, and the person is
 * told. Where there is no other, the device is turned off, and that is told.
 */
export function useHotSwap(tracks: Record<Device, Ref<Swappable | null>>, onNothingLeft: (device: Device) => void) {
  const swap = refAutoReset<Swap | null>(null, SHOWN);
  const media = navigator.mediaDevices;

  async function isGone({ mediaStreamTrack }: Swappable): Promise<boolean> {
    if (mediaStreamTrack.readyState === 'ended') return true;
    const { deviceId } = mediaStreamTrack.getSettings();
    const known = await media.enumerateDevices();
    return Boolean(deviceId) && deviceId !== 'default' && !known.some((each) => each.deviceId === deviceId);
  }

  async function look(device: Device): Promise<void> {
    const track = tracks[device].value;
    const before = track?.mediaStreamTrack;
    if (!track || !(await isGone(track))) return;
    await new Promise((resolve) => setTimeout(resolve, SWAP_DELAY_MS));
    if (tracks[device].value !== track) return; // turned off meanwhile
    try {
      if (track.mediaStreamTrack === before) await track.restartTrack({ deviceId: 'default' });
    } catch {
      return onNothingLeft(device);
    }
    listen(device, track);
    swap.value = { device, label: track.mediaStreamTrack.label };
  }
  const listen = (device: Device, track: Swappable | null) =>
    track?.mediaStreamTrack.addEventListener('ended', () => void look(device).catch(() => undefined));
  const lookAtAll = () => {
    for (const device of ['microphone', 'camera'] as const) void look(device).catch(() => undefined);
  };

  // browsers end the track, tell of the change of devices, or both, in either order
  for (const device of ['microphone', 'camera'] as const) watch(tracks[device], (track) => listen(device, track));
  useEventListener(media, 'devicechange', lookAtAll);
  return swap;
}
