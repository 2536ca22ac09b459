import { useMySettings } from '../../administration/settings/use-my-settings';
import { useEventListener } from '@vueuse/core';
import { computed, ref, type Ref } from 'vue';

/** Scaled to the window, the window in 100 %, the whole screen scaled, the whole screen in 100 %. */
export const VIEW_MODES = ['fit', 'actual', 'fullFit', 'fullActual'] as const;
export type ViewMode = (typeof VIEW_MODES)[number];

const isFull = (mode: ViewMode) => mode === 'fullFit' || mode === 'fullActual';

/** How a screen is shown. Leaving the full screen by Esc comes back to the same scale in the window. */
export function useViewMode(frame: Readonly<Ref<HTMLElement | null>>) {
  const mode = ref<ViewMode>(useMySettings().of('firstView') === 'ACTUAL' ? 'actual' : 'fit');

  async function choose(next: ViewMode): Promise<void> {
    if (isFull(next) && !document.fullscreenElement) await frame.value?.requestFullscreen();
    if (!isFull(next) && document.fullscreenElement) await document.exitFullscreen();
    mode.value = next;
  }
  useEventListener(document, 'fullscreenchange', () => {
    if (!document.fullscreenElement && isFull(mode.value)) mode.value = mode.value === 'fullFit' ? 'fit' : 'actual';
  });

  return { mode, isActual: computed(() => mode.value === 'actual' || mode.value === 'fullActual'), choose };
}
