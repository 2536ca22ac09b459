import { refAutoReset, useEventListener } from '@vueuse/core';
import { watch, type Ref } from 'vue';
import type { Device } from '../model/media-rules';

/** The part of a track that is needed here. */
interface Swappable {
  readonly mediaStreamTrack: MediaStreamTrack;
  restartTrack(options?: object): Promise<unknown>;
}
export interface Swap {
  device: Device;
  /** Name of the device that is used now; empty where the browser reports none. */
  label: string;
}
/** In some cases the media library switches by itself; it gets this much time for it. */
const SWAP_DELAY_MS = 400;
const NOTICE_SHOWN_MS = 8000;

/**
 * Replaces a device that is unplugged while in use by the default one within two seconds, and shows a notice. If there is no
 * other device, `onNothingLeft` is called.
 */
export function useHotSwap(tracks: Record<Device, Ref<Swappable | null>>, onNothingLeft: (device: Device) => void) {
  const swap = refAutoReset<Swap | null>(null, NOTICE_SHOWN_MS);
  const media = navigator.mediaDevices;

  async function isGone({ mediaStreamTrack }: Swappable): Promise<boolean> {
    if (mediaStreamTrack.readyState === 'ended') return true;
    const { deviceId } = mediaStreamTrack.getSettings();
    const known = await media.enumerateDevices();
    return Boolean(deviceId) && deviceId !== 'default' && !known.some((each) => each.deviceId === deviceId);
  }

  async function check(device: Device): Promise<void> {
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
    track?.mediaStreamTrack.addEventListener('ended', () => void check(device).catch(() => undefined));
  const checkAll = () => {
    for (const device of ['microphone', 'camera'] as const) void check(device).catch(() => undefined);
  };

  // browsers end the track, report the change of devices, or both, in either order
  for (const device of ['microphone', 'camera'] as const) watch(tracks[device], (track) => listen(device, track));
  useEventListener(media, 'devicechange', checkAll);
  return swap;
}
