import { watchForSilence } from '@tandem/media';
import { onScopeDispose, ref } from 'vue';
import type { SessionStore } from '../session/use-session';

/** Who can be reached now: a connected seat, not one that has fallen silent in the room. */
export function useReachable(store: SessionStore) {
  const silent = ref<ReadonlySet<string>>(new Set());
  const { heard, forget, stop } = watchForSilence((ids) => (silent.value = ids));
  onScopeDispose(stop);
  /** Then nothing is heard of anybody. */
  const isOnHold = () => store.session?.hold != null;
  return {
    heard,
    /** The own line is down: nobody is to blame for silence. */
    forget,
    isReachable: (participantId: string | undefined): boolean =>
      store.participants.some(
        ({ id, isConnected }) => id === participantId && isConnected && (isOnHold() || !silent.value.has(id)),
      ),
  };
}
