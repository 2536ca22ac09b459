import type { MediaRoom } from '@tandem/media';
import { watch, type Ref } from 'vue';
import { ShowCameraDocument } from '../gql/graphql';
import { isRightLost, type Device } from '../model/media-rules';
import type { SessionStore } from '../session/use-session';
import { useDeviceChoice, type DeviceChoice } from './use-device-choice';
import { useDeviceSwitch, type DeviceSwitch } from './use-device-switch';
import { useHotSwap } from './use-hot-swap';
import { usePushToTalk } from './use-push-to-talk';

/** The microphone and the camera of this window. */
export function useOwnDevices(room: MediaRoom, store: SessionStore, state: Readonly<Ref<string>>) {
  const choice = useDeviceChoice(room);
  const devices = useDeviceSwitch({ room, store, choice, state });
  const { tracks, failure, asking, turnOn, turnOff } = devices;
  const swap = useHotSwap(tracks, (device) => {
    void turnOff(device).then(() => (failure.value = { device, why: 'MISSING' }));
  });
  turnOffWithoutRight(store, turnOff);

  return {
    microphone: tracks.microphone,
    camera: tracks.camera,
    failure,
    asking,
    /** The device that replaced an unplugged one; set for a few seconds. */
    swap,
    chosen: choice.chosen,
    pushToTalk: usePushToTalk(tracks.microphone),
    turnOn,
    turnOff,
    toggle: (device: Device) => (tracks[device].value ? turnOff(device) : turnOn(device)),
    ...choosing(choice, devices, store),
    /** The primary customer's choice: a secondary customer sees the camera as well, until it is turned off. */
    showCameraTo: (viewerId: string, isShown: boolean) => showCameraTo(store, viewerId, isShown),
    publishDevices: () => publishAgain(room, devices),
    stopDevices(): void {
      for (const track of [tracks.microphone, tracks.camera]) {
        track.value?.stop();
        track.value = null;
      }
    },
  };
}

async function showCameraTo({ id: sessionId, client }: SessionStore, viewerId: string, isShown: boolean) {
  await client.mutate(ShowCameraDocument, { sessionId, viewerId, isShown });
}

function choosing(choice: DeviceChoice, { tracks, turnOn, turnOff }: DeviceSwitch, store: SessionStore) {
  return {
    async choose(device: Device, deviceId: string): Promise<void> {
      choice.choose(device, deviceId);
      const track = tracks[device].value;
      if (track && 'setDeviceId' in track) await track.setDeviceId(deviceId);
    },
    async flip(): Promise<void> {
      choice.flip();
      if (!tracks.camera.value) return;
      const shownTo = store.me?.cameraShownToIds ?? [];
      await turnOff('camera');
      await turnOn('camera');
      // who has left meanwhile is refused
      for (const viewerId of shownTo) await showCameraTo(store, viewerId, true).catch(() => undefined);
    },
  };
}

/** Each device on its own: one that can't be published doesn't delay the other. */
function publishAgain(room: MediaRoom, { tracks, announce }: DeviceSwitch): void {
  const microphone = tracks.microphone.value;
  const camera = tracks.camera.value;
  if (microphone) room.publish(microphone).catch(() => undefined);
  if (camera)
    announce('camera', true)
      .then(() => room.publish(camera))
      .catch(() => undefined);
}

/** The server has taken the right to publish already; here the device itself is turned off. */
function turnOffWithoutRight(store: SessionStore, turnOff: (device: Device) => Promise<void>): void {
  const acts = { microphone: 'useAudio', camera: 'useVideo' } as const;
  for (const device of ['microphone', 'camera'] as const)
    watch(
      () => store.ability(acts[device]).reason,
      (reason) => {
        if (isRightLost(reason)) void turnOff(device);
      },
    );
}
