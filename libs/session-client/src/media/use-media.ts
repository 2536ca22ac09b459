import { TandemError } from '@tandem/client';
import {
  MediaRoom,
  mediaObstacle,
  type DataMessage,
  type MediaState,
  type Quality,
  type RemoteMedia,
} from '@tandem/media';
import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue';
import { JoinMediaDocument, SetCameraDocument, SetMicrophoneDocument } from '../gql/graphql';
import { isFirefox } from '../browser/detect-device';
import { stored } from '../browser/stored';
import { useHotSwap } from './use-hot-swap';
import { usePushToTalk } from './use-push-to-talk';
import { useReachable } from '../browser/use-reachable';
import type { SessionStore } from '../session/use-session';
import { windowId } from '../browser/window-id';

type OwnTrack = Awaited<ReturnType<MediaRoom['createTrack']>>;
export type DeviceFailure = 'REFUSED' | 'MISSING' | 'BUSY';

const SCREEN_RETRY = 1000;
/** Codes after which trying again brings nothing. */
const CLOSED = new Set(['SESSION_ENDED', 'SEAT_CLOSED', 'UNAUTHENTICATED', 'NOT_FOUND', 'FORBIDDEN']);

/** What a browser's refusal of a device means to a person. */
function toDeviceFailure(cause: unknown): DeviceFailure {
  const name = (cause as DOMException | null)?.name;
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'REFUSED';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'MISSING' : 'BUSY';
}

/** Audio, video and screens of a session in this window. */
export function useMedia(store: SessionStore) {
  const state = ref<MediaState>('idle');
  const remote = shallowRef<readonly RemoteMedia[]>([]);
  const others = shallowRef<readonly string[]>([]);
  const qualities = ref<Record<string, Quality>>({});
  const typing = ref<string[]>([]);
  const readUpTo = ref<Record<string, number>>({});
  const { heard, forget, isReachable } = useReachable(store);
  const microphone = shallowRef<OwnTrack | null>(null);
  const camera = shallowRef<OwnTrack | null>(null);
  const pushToTalk = usePushToTalk(microphone);
  const screen = shallowRef<MediaStream | null>(null);
  /** What no trying again mends. */
  const obstacle = mediaObstacle();
  const failure = ref<{ device: 'microphone' | 'camera'; why: DeviceFailure } | null>(null);
  /** A device that the browser is asking the person about. */
  const asking = ref<'microphone' | 'camera' | null>(null);
  const chosen = stored<{ microphone?: string; camera?: string }>('tandem.devices', {});
  const facing = ref<'user' | 'environment'>('environment');
  const endings: (() => void)[] = [];

  const room = new MediaRoom({
    ticket: async (isTakeOver) => {
      await untilNotLost(store);
      const input = { sessionId: store.id, windowId, isTakeOver };
      return (await store.client.mutate(JoinMediaDocument, { input })).joinMedia;
    },
    refusal: (error) => {
      if (!(error instanceof TandemError)) return 'later';
      if (error.code === 'MEDIA_HELD_ELSEWHERE') return 'elsewhere';
      return CLOSED.has(error.code) ? 'closed' : 'later';
    },
  });

  /** Each for itself: what can't be published holds up nothing else. */
  function publishAgain(): void {
    if (microphone.value) room.publish(microphone.value).catch(() => undefined);
    if (camera.value) void publishCameraAgain(camera.value).catch(() => undefined);
    if (screen.value) void publishScreenAgain(screen.value);
  }
  async function publishCameraAgain(track: OwnTrack): Promise<void> {
    if (await allowCamera()) await room.publish(track);
  }
  /** As long as this screen is shown and the line is there; when its share ends, so does this. */
  async function publishScreenAgain(stream: MediaStream): Promise<void> {
    while (screen.value === stream && state.value === 'live') {
      const isPublished = await room.publishScreen(stream).then(
        () => true,
        () => false,
      );
      if (isPublished) return;
      await new Promise((resolve) => setTimeout(resolve, SCREEN_RETRY));
    }
  }
  const allowCamera = () =>
    tell('camera', true).then(
      () => true,
      () => false,
    );

  /** The server allows or takes the right to publish, and tells the others. */
  async function tell(device: 'microphone' | 'camera', isOn: boolean): Promise<void> {
    const variables = { sessionId: store.id, isOn };
    if (device === 'microphone') await store.client.mutate(SetMicrophoneDocument, variables);
    else await store.client.mutate(SetCameraDocument, variables);
  }

  function onData(participantId: string, message: DataMessage): void {
    heard(participantId);
    if (message.kind === 'read') readUpTo.value = { ...readUpTo.value, [participantId]: message.seq };
    if (message.kind !== 'typing') return;
    typing.value = typing.value.filter((id) => id !== participantId);
    if (message.isTyping) typing.value.push(participantId);
  }

  endings.push(
    room.on('state', (next) => {
      state.value = next;
      if (next !== 'live') forget();
    }),
    room.on('others', (next) => (others.value = next)),
    room.on('remote', (next) => {
      // who begins to show or say something is there, and the next heartbeat need not be waited for
      for (const entry of next) if (!remote.value.includes(entry)) heard(entry.participantId);
      remote.value = next;
    }),
    room.on(
      'quality',
      ({ participantId, quality }) => (qualities.value = { ...qualities.value, [participantId]: quality }),
    ),
    room.on('data', ({ participantId, message }) => onData(participantId, message)),
    room.on('connected', publishAgain),
  );

  /** One device at a time is turned on or off; what fails leaves nothing half on. */
  async function turnOn(device: 'microphone' | 'camera'): Promise<void> {
    failure.value = null;
    asking.value = device;
    try {
      const options =
        device === 'camera' && isPhone() ? { facingMode: facing.value } : { deviceId: chosen.value[device] };
      const track = await room.createTrack(device, options).catch((cause: DOMException) => {
        // the device that was chosen once is gone: any other will do
        if (cause.name !== 'OverconstrainedError' || !chosen.value[device]) throw cause;
        return room.createTrack(device, {});
      });
      asking.value = null;
      (device === 'microphone' ? microphone : camera).value = track;
      await tell(device, true);
      if (state.value === 'live') await room.publish(track);
    } catch (cause) {
      await turnOff(device);
      if (cause instanceof TandemError) throw cause;
      failure.value = { device, why: toDeviceFailure(cause) };
    } finally {
      asking.value = null;
    }
  }

  async function turnOff(device: 'microphone' | 'camera'): Promise<void> {
    const own = device === 'microphone' ? microphone : camera;
    const track = own.value;
    own.value = null;
    if (!track) return;
    await room.unpublish(track);
    track.stop();
    await tell(device, false).catch(() => undefined);
  }

  const swap = useHotSwap({ microphone, camera }, (device) => {
    void turnOff(device).then(() => (failure.value = { device, why: 'MISSING' }));
  });

  async function choose(device: 'microphone' | 'camera', deviceId: string): Promise<void> {
    chosen.value = { ...chosen.value, [device]: deviceId };
    const track = (device === 'microphone' ? microphone : camera).value;
    if (track && 'setDeviceId' in track) await track.setDeviceId(deviceId);
  }

  async function flip(): Promise<void> {
    facing.value = facing.value === 'user' ? 'environment' : 'user';
    if (!camera.value) return;
    await turnOff('camera');
    await turnOn('camera');
  }

  /** Shows the captured screen to the others. The server must have allowed it before. */
  async function showScreen(stream: MediaStream): Promise<void> {
    screen.value = stream;
    if (state.value === 'live') await room.publishScreen(stream);
  }

  function hideScreen(): void {
    const stream = screen.value;
    screen.value = null;
    for (const track of stream?.getTracks() ?? []) {
      void room.unpublish(track);
      track.stop();
    }
  }

  function stopAll(): void {
    for (const track of [microphone.value, camera.value]) track?.stop();
    hideScreen();
    microphone.value = camera.value = null;
    room.close();
  }

  // after a hold everything that was on goes on, without a question: it was never turned off here
  watch(
    () => store.session?.hold?.id ?? null,
    (now, before) => {
      if (before && !now && state.value === 'live') publishAgain();
    },
  );

  watch(
    () => store.session?.shareMode,
    (mode) => void room.setScreenMode(mode ?? 'STANDARD'),
    { immediate: true },
  );

  // media follow the seat: they come with it and go with it
  watch(
    () =>
      store.me?.state === 'SEATED' &&
      store.ability('joinMedia').isAllowed &&
      store.session?.state !== 'ENDED' &&
      store.connection !== 'refused' &&
      store.connection !== 'over',
    (isSeated) => {
      const isOff = state.value === 'idle' || state.value === 'closed';
      if (isSeated && isOff && obstacle !== 'NO_WEBRTC') void room.connect();
      if (!isSeated && !isOff) stopAll();
    },
    { immediate: true },
  );
  // what the role may not do any more goes off here too; the server has taken the right already
  for (const [device, act] of [
    ['microphone', 'useAudio'],
    ['camera', 'useVideo'],
  ] as const)
    watch(
      () => store.ability(act).reason,
      (reason) => {
        if (reason === 'NOT_YOUR_SEAT' || reason === 'RIGHT_NOT_GIVEN') void turnOff(device);
      },
    );
  onScopeDispose(() => {
    endings.forEach((end) => end());
    stopAll();
  });

  const tracksOf = (participantId: string | undefined, source: RemoteMedia['source']) =>
    remote.value.find((entry) => entry.participantId === participantId && entry.source === source)?.track ?? null;

  return reactive({
    state,
    remote,
    microphone,
    camera,
    screen,
    obstacle: computed(() => obstacle ?? (state.value === 'blocked' ? wayBlocked() : null)),
    failure,
    asking,
    /** A device that took the place of one that was unplugged, for a moment. */
    swap,
    chosen,
    /** Names of those who are writing now. */
    typing: computed(() => store.participants.filter(({ id }) => typing.value.includes(id)).map(({ name }) => name)),
    audioTracks: computed(() => remote.value.filter(({ source }) => source === 'microphone').map(({ track }) => track)),
    remoteScreen: computed(() => remote.value.find(({ source }) => source === 'screen')?.track ?? null),
    cameraOf: (participantId: string | undefined) => tracksOf(participantId, 'camera'),
    /** The server goes on saying "lost" for seconds after somebody is back; whether somebody is here, is known better. */
    qualityOf: (participantId: string | undefined): Quality => {
      const quality = participantId && qualities.value[participantId];
      return !quality || quality === 'lost' ? 'unknown' : quality;
    },
    isReachable,
    /** Whether sound and pictures can go between us: both of us are in the room. */
    isConnectedTo: (participantId: string | undefined): boolean =>
      state.value === 'live' && others.value.some((id) => id === participantId),
    pushToTalk,
    turnOn,
    turnOff,
    toggle: (device: 'microphone' | 'camera') =>
      (device === 'microphone' ? microphone : camera).value ? turnOff(device) : turnOn(device),
    choose,
    flip,
    showScreen,
    hideScreen,
    useHere: () => room.useHere(),
    /** The number of the last own message that each of the others has said to have read. */
    readUpTo,
    tellRead: (seq: number, to: string) => room.send({ kind: 'read', seq }, [to]),
    /** @param to who may know of it: the readers of what is being written; left out, everybody */
    tellTyping: (isTyping: boolean, to?: string[]) => room.send({ kind: 'typing', isTyping }, to),
  });
}
export type Media = ReturnType<typeof useMedia>;

/** While the session's own line is down nobody gives tickets; the moment it is back, somebody does. */
function untilNotLost(store: SessionStore): Promise<void> {
  if (store.connection !== 'lost') return Promise.resolve();
  return new Promise((resolve) => {
    const stop = watch(
      () => store.connection,
      (now) => {
        if (now === 'lost') return;
        stop();
        resolve();
      },
    );
  });
}

/** Firefox finds no way to a media server that is to be reached by loopback alone. */
const wayBlocked = () =>
  isFirefox() && /^(?:localhost|127\.|\[::1\])/.test(location.hostname) ? 'NO_WAY_HERE' : 'NO_WAY';

/** Phones choose cameras by the side they look at, not by name. */
const isPhone = (): boolean => matchMedia('(pointer: coarse) and (max-width: 900px)').matches;
