import { watchForSilence } from '@tandem/media';
import { onScopeDispose, ref } from 'vue';
import type { SessionStore } from '../session/use-session';

/** Which participants can be reached now: their seat is connected, and they are not silent in the media room. */
export function useReachability(store: SessionStore) {
  const silent = ref<ReadonlySet<string>>(new Set());
  const { heard, forget, stop } = watchForSilence((ids) => (silent.value = ids));
  onScopeDispose(stop);
  /** During a hold nobody is heard. */
  const isOnHold = () => store.session?.hold != null;
  return {
    heard,
    /** This window itself is disconnected: silence means nothing. */
    forget,
    isReachable: (participantId: string | undefined): boolean =>
      store.participants.some(
        ({ id, isConnected }) => id === participantId && isConnected && (isOnHold() || !silent.value.has(id)),
      ),
  };
}
