import { mediaObstacle, type MediaState } from '@tandem/media';
import { computed, onScopeDispose, reactive, ref, watch } from 'vue';
import { isFirefox } from '../browser/detect-device';
import { belongsInRoom, blockedReason } from '../model/media-rules';
import type { SessionStore } from '../session/use-session';
import { createSessionRoom } from './session-room';
import { useOwnDevices } from './use-own-devices';
import { useOwnScreen } from './use-own-screen';
import { useRemoteMedia } from './use-remote-media';
import { useRoomMessages } from './use-room-messages';
import { limitOwnCamera, useShownCameras } from './use-shown-cameras';

/** Audio, video and screens of a session in this window. */
export function useMedia(store: SessionStore) {
  const state = ref<MediaState>('idle');
  const obstacle = mediaObstacle();
  const room = createSessionRoom(store);
  const endings = [room.on('state', (next) => (state.value = next)), room.on('connected', publishAgain)];
  const remote = useRemoteMedia(room, store, state);
  const messages = useRoomMessages(room, store);
  const cameras = useShownCameras(room, store);
  limitOwnCamera(room, store);
  const { publishDevices, stopDevices, ...devices } = useOwnDevices(room, store, state);
  const { publishScreen, ...screen } = useOwnScreen(room, store, state);

  function publishAgain(): void {
    publishDevices();
    void publishScreen();
  }
  function leave(): void {
    stopDevices();
    screen.hideScreen();
    room.close();
  }
  onScopeDispose(() => {
    endings.forEach((end) => end());
    leave();
  });
  onHoldEnd(store, () => state.value === 'live' && publishAgain());
  onBelonging(store, (belongs) => {
    const isOff = state.value === 'idle' || state.value === 'closed';
    if (belongs && isOff && obstacle !== 'NO_WEBRTC') void room.connect();
    if (!belongs && !isOff) leave();
  });

  return reactive({
    state,
    ...remote,
    ...cameras,
    ...messages,
    ...devices,
    ...screen,
    /** Why there are no media, where a retry does not help. */
    obstacle: computed(
      () => obstacle ?? (state.value === 'blocked' ? blockedReason(location.hostname, isFirefox()) : null),
    ),
    useHere: () => room.useHere(),
  });
}
export type Media = ReturnType<typeof useMedia>;

/** A hold turns no device off, so everything that was on continues without a question. */
function onHoldEnd(store: SessionStore, resume: () => unknown): void {
  watch(
    () => store.session?.hold?.id ?? null,
    (now, before) => {
      if (before && !now) resume();
    },
  );
}

/** Media start with the seat and stop with it. */
function onBelonging(store: SessionStore, follow: (belongs: boolean) => void): void {
  watch(
    () =>
      belongsInRoom({
        seatState: store.me?.state,
        sessionState: store.session?.state,
        connection: store.connection,
        isJoinAllowed: store.ability('joinMedia').isAllowed,
      }),
    follow,
    { immediate: true },
  );
}
