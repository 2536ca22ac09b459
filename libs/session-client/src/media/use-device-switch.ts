import { TandemError } from '@tandem/client';
import type { MediaRoom } from '@tandem/media';
import { ref, shallowRef, type Ref } from 'vue';
import { SetCameraDocument, SetMicrophoneDocument } from '../gql/graphql';
import { toDeviceFailure, type Device, type DeviceFailure } from '../model/media-rules';
import type { SessionStore } from '../session/use-session';
import type { DeviceChoice } from './use-device-choice';

export type OwnTrack = Awaited<ReturnType<MediaRoom['createTrack']>>;

interface Needs {
  room: MediaRoom;
  store: SessionStore;
  choice: DeviceChoice;
  state: Readonly<Ref<string>>;
}

/** Turns the microphone and the camera on and off. A failed attempt leaves the device off. */
export function useDeviceSwitch({ room, store, choice, state }: Needs) {
  const tracks = { microphone: shallowRef<OwnTrack | null>(null), camera: shallowRef<OwnTrack | null>(null) };
  const failure = ref<{ device: Device; why: DeviceFailure } | null>(null);
  /** The device that the browser is asking the user about. */
  const asking = ref<Device | null>(null);
  const announce = createAnnouncer(store);

  async function turnOn(device: Device): Promise<void> {
    failure.value = null;
    const track = await open(device);
    if (!track) return;
    tracks[device].value = track;
    try {
      await announce(device, true);
      await publish(track);
    } catch (cause) {
      await turnOff(device);
      if (cause instanceof TandemError) throw cause;
      failure.value = { device, why: 'NOT_SENT' };
    }
  }

  async function open(device: Device): Promise<OwnTrack | null> {
    asking.value = device;
    try {
      return await choice.open(device);
    } catch (cause) {
      failure.value = { device, why: toDeviceFailure(cause) };
      return null;
    } finally {
      asking.value = null;
    }
  }

  /** During a hold the media server takes nothing: what is on then is published when the hold ends. */
  async function publish(track: OwnTrack): Promise<void> {
    const isOnHold = () => store.session?.hold != null;
    if (state.value !== 'live' || isOnHold()) return;
    await room.publish(track).catch((cause: unknown) => {
      if (!isOnHold()) throw cause;
    });
  }

  async function turnOff(device: Device): Promise<void> {
    const track = tracks[device].value;
    tracks[device].value = null;
    if (!track) return;
    await room.unpublish(track);
    track.stop();
    await announce(device, false).catch(() => undefined);
  }

  return { tracks, failure, asking, announce, turnOn, turnOff };
}
export type DeviceSwitch = ReturnType<typeof useDeviceSwitch>;

/** The server grants or takes the right to publish, and informs the other participants. */
function createAnnouncer({ id: sessionId, client }: SessionStore) {
  return async (device: Device, isOn: boolean): Promise<void> => {
    if (device === 'microphone') await client.mutate(SetMicrophoneDocument, { sessionId, isOn });
    else await client.mutate(SetCameraDocument, { sessionId, isOn });
  };
}
