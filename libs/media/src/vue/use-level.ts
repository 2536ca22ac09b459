import { onScopeDispose, ref, watch } from 'vue';
import { meterLevel } from '../level-meter';

/** The loudness of a microphone, 0 to 1; 0 without a microphone. */
export function useLevel(track: () => MediaStreamTrack | null) {
  const level = ref(0);
  let stop: (() => void) | null = null;
  watch(
    track,
    (next) => {
      stop?.();
      level.value = 0;
      stop = next ? meterLevel(next, (value) => (level.value = value)) : null;
    },
    { immediate: true },
  );
  onScopeDispose(() => stop?.());
  return level;
}
