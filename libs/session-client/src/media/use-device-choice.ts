import type { MediaRoom } from '@tandem/media';
import { ref } from 'vue';
import { stored } from '../browser/stored';
import type { Device } from '../model/media-rules';

/** Phones choose a camera by its side, not by its name. */
const isPhone = (): boolean => matchMedia('(pointer: coarse) and (max-width: 900px)').matches;

/** Which microphone and camera are opened; remembered by the browser. */
export function useDeviceChoice(room: MediaRoom) {
  const chosen = stored<{ microphone?: string; camera?: string }>('tandem.devices', {});
  const facing = ref<'user' | 'environment'>('environment');

  return {
    chosen,
    choose: (device: Device, deviceId: string) => void (chosen.value = { ...chosen.value, [device]: deviceId }),
    flip: () => void (facing.value = facing.value === 'user' ? 'environment' : 'user'),
    open: (device: Device) => {
      const options =
        device === 'camera' && isPhone() ? { facingMode: facing.value } : { deviceId: chosen.value[device] };
      return room.createTrack(device, options).catch((cause: DOMException) => {
        // the chosen device is not plugged in: use any other
        if (cause.name !== 'OverconstrainedError' || !chosen.value[device]) throw cause;
        return room.createTrack(device, {});
      });
    },
  };
}
export type DeviceChoice = ReturnType<typeof useDeviceChoice>;
