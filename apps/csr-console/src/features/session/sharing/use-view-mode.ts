import { computed, ref } from 'vue';
import { useMySettings } from '../../administration/settings/use-my-settings';
import type { Layout } from '../dashboard/use-layout';

/** Scaled to the window, the window in 100 %, the whole screen scaled, the whole screen in 100 %. */
export const VIEW_MODES = ['fit', 'actual', 'fullFit', 'fullActual'] as const;
export type ViewMode = (typeof VIEW_MODES)[number];

/** How a screen is shown. Leaving the full screen by Esc comes back to the same scale in the window. */
export function useViewMode(layout: Layout) {
  const isActual = ref(useMySettings().of('firstView') === 'ACTUAL');
  const mode = computed((): ViewMode => {
    if (layout.isFull) return isActual.value ? 'fullActual' : 'fullFit';
    return isActual.value ? 'actual' : 'fit';
  });
  async function choose(next: ViewMode): Promise<void> {
    await layout.setFull(next === 'fullFit' || next === 'fullActual');
    isActual.value = next === 'actual' || next === 'fullActual';
  }
  return { mode, isActual, choose };
}
