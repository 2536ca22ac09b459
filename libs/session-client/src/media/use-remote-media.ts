import type { MediaRoom, Quality, RemoteMedia } from '@tandem/media';
import { computed, onScopeDispose, ref, shallowRef, type Ref } from 'vue';
import { useReachability } from './use-reachability';
import type { SessionStore } from '../session/use-session';

/** What the other participants send, and how well they are connected. */
export function useRemoteMedia(room: MediaRoom, store: SessionStore, state: Readonly<Ref<string>>) {
  const remote = shallowRef<readonly RemoteMedia[]>([]);
  const others = shallowRef<readonly string[]>([]);
  const qualities = ref<Record<string, Quality>>({});
  const { heard, forget, isReachable } = useReachability(store);

  const endings = [
    room.on('state', (next) => void (next !== 'live' && forget())),
    room.on('others', (next) => (others.value = next)),
    room.on('remote', (next) => {
      // a new track proves that its sender is there, before their next heartbeat
      for (const entry of next) if (!remote.value.includes(entry)) heard(entry.participantId);
      remote.value = next;
    }),
    room.on('quality', ({ participantId, quality }) => {
      qualities.value = { ...qualities.value, [participantId]: quality };
    }),
    room.on('data', ({ participantId }) => heard(participantId)),
  ];
  onScopeDispose(() => endings.forEach((end) => end()));

  const trackOf = (participantId: string | undefined, source: RemoteMedia['source']) =>
    remote.value.find((entry) => entry.participantId === participantId && entry.source === source)?.track ?? null;
  return {
    remote,
    audioTracks: computed(() => remote.value.filter(({ source }) => source === 'microphone').map(({ track }) => track)),
    remoteScreen: computed(() => remote.value.find(({ source }) => source === 'screen')?.track ?? null),
    cameraOf: (participantId: string | undefined) => trackOf(participantId, 'camera'),
    /** The server reports "lost" for seconds after a participant is back; `isReachable` is more precise. */
    qualityOf: (participantId: string | undefined): Quality => {
      const quality = participantId && qualities.value[participantId];
      return !quality || quality === 'lost' ? 'unknown' : quality;
    },
    isReachable,
    /** Whether audio and video can flow between this window and the participant: both are in the room. */
    isConnectedTo: (participantId: string | undefined): boolean =>
      state.value === 'live' && others.value.some((id) => id === participantId),
  };
}
