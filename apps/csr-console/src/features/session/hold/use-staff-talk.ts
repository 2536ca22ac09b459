import { MediaRoom, type MediaState, type RemoteMedia } from '@tandem/media';
import { operations, windowId, type Media, type SessionStore } from '@tandem/session-client';
import { isColleagueRole } from '@tandem/domain';
import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue';
import { TandemError } from '../../../client';

type Track = Awaited<ReturnType<MediaRoom['createTrack']>>;
const OVER = new Set(['SESSION_ENDED', 'SEAT_CLOSED', 'UNAUTHENTICATED', 'NOT_FOUND', 'FORBIDDEN']);

/**
 * A talk among the CSRs of a session, in a room of its own that the customer never comes into. While it is on, the own
 * microphone is off for the customer. On hold it opens by itself where there is somebody to talk with.
 */
export function useStaffTalk(store: SessionStore, media: Media) {
  const isOn = ref(false);
  const state = ref<MediaState>('idle');
  const remote = shallowRef<readonly RemoteMedia[]>([]);
  const microphone = shallowRef<Track | null>(null);
  let room: MediaRoom | null = null;
  let wasTalking = false;
  let isByItself = false;

  const others = computed(() =>
    store.participants.filter(
      ({ id, role, state: now }) => id !== store.me?.id && now === 'SEATED' && isColleagueRole(role),
    ),
  );
  const ticket = async () =>
    (await store.client.mutate(operations.JoinStaffRoomDocument, { input: { sessionId: store.id, windowId } }))
      .joinStaffRoom;
  const publish = () => void (microphone.value && room?.publish(microphone.value).catch(() => undefined));

  function open(): void {
    room = new MediaRoom({
      ticket,
      refusal: (error) => (error instanceof TandemError && OVER.has(error.code) ? 'closed' : 'later'),
    });
    room.on('state', (next) => (state.value = next));
    room.on('remote', (next) => (remote.value = next));
    room.on('connected', publish);
    void room.connect();
  }

  async function turnOn(): Promise<void> {
    if (isOn.value) return;
    isOn.value = true;
    wasTalking = media.microphone !== null && !store.session?.hold;
    if (wasTalking) await media.turnOff('microphone');
    open();
    // without a microphone one listens
    microphone.value = (await room?.createTrack('microphone', {}).catch(() => null)) ?? null;
    if (!isOn.value) return void microphone.value?.stop();
    if (state.value === 'live') publish();
  }
  async function turnOff(): Promise<void> {
    if (!isOn.value) return;
    isOn.value = isByItself = false;
    microphone.value?.stop();
    microphone.value = null;
    room?.close();
    room = null;
    remote.value = [];
    if (wasTalking) await media.turnOn('microphone');
  }

  watch(
    () => store.session?.hold != null && others.value.length > 0,
    (isWanted) => {
      if (isWanted && !isOn.value) {
        isByItself = true;
        void turnOn();
      } else if (!isWanted && isByItself) void turnOff();
    },
  );
  watch(
    () => store.ability('joinStaffRoom').isAllowed && store.session?.state !== 'ENDED',
    (isAllowed) => !isAllowed && void turnOff(),
  );
  onScopeDispose(() => {
    wasTalking = false; // the page goes
    void turnOff();
  });

  return reactive({
    isOn,
    state,
    others,
    /** Who is in the room and heard. */
    heard: computed(() =>
      others.value.filter(({ id }) => remote.value.some(({ participantId }) => participantId === id)),
    ),
    tracks: computed(() => remote.value.map(({ track }) => track)),
    toggle: () => (isOn.value ? turnOff() : turnOn()),
  });
}
