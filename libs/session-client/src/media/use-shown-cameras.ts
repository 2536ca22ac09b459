import { isCustomerRole, maySeeCamera, viewersOf } from '@tandem/domain';
import type { MediaRoom, PictureSize } from '@tandem/media';
import { useDocumentVisibility } from '@vueuse/core';
import { computed, onScopeDispose, ref, shallowReactive, watch } from 'vue';
import { isInSight } from '../model/camera-tiles';
import type { SessionStore } from '../session/use-session';

interface Claim extends PictureSize {
  participantId: string;
}
/** A short visit to another tab interrupts no picture; a window that stays hidden receives none. */
const HIDDEN_DELAY_MS = 5000;

/** Which cameras this window receives: those that are shown in it, as large as they are shown. */
export function useShownCameras(room: MediaRoom, store: SessionStore) {
  const claims = shallowReactive(new Map<symbol, Claim>());
  const isAway = useLongHidden();

  const shown = computed(() => {
    const sizes = new Map<string, PictureSize>();
    if (isAway.value) return sizes;
    for (const { participantId, width, height } of claims.values()) {
      const owner = store.participants.find(({ id }) => id === participantId);
      if (isInSight(store.me, owner) && height > (sizes.get(participantId)?.height ?? 0))
        sizes.set(participantId, { width, height });
    }
    return sizes;
  });
  watch(shown, (sizes) => room.receiveCameras(sizes), { immediate: true });

  return {
    /** Something shows this camera, or with null: no longer shows one. */
    claimCamera(key: symbol, claim: Claim | null): void {
      if (claim) claims.set(key, claim);
      else claims.delete(key);
    },
    /** Whether something shows this camera larger than this. */
    isShownLarger: (participantId: string, { height }: PictureSize): boolean =>
      [...claims.values()].some((claim) => claim.participantId === participantId && claim.height > height),
  };
}

function useLongHidden() {
  const visibility = useDocumentVisibility();
  const isAway = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    visibility,
    (now) => {
      clearTimeout(timer);
      if (now === 'visible') isAway.value = false;
      else timer = setTimeout(() => (isAway.value = true), HIDDEN_DELAY_MS);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));
  return isAway;
}

/**
 * A customer's camera goes only to those who may see it: the media server would send it to everybody in the room. CSRs'
 * cameras are for everybody.
 */
export function limitOwnCamera(room: MediaRoom, store: SessionStore): void {
  const audience = computed(() => {
    const { me } = store;
    if (!me || !isCustomerRole(me.role)) return null;
    const others = viewersOf(me.id, store.participants);
    const seenBy = others.filter((person) => maySeeCamera(person, me)).map(({ id }) => id);
    return { seenBy, hiddenFrom: others.map(({ id }) => id).filter((id) => !seenBy.includes(id)) };
  });
  watch(
    () => JSON.stringify(audience.value),
    () => room.setCameraAudience(audience.value),
    { immediate: true },
  );
}
