import { DEFAULT_LAYOUT, SIDE_WIDTH, type DashboardLayout, type SidePart } from '@tandem/domain';
import { useDebounceFn, useFullscreen, useMediaQuery } from '@vueuse/core';
import { computed, reactive, ref, toRefs, watch, type Ref } from 'vue';
import { useAccount } from '../../auth/use-account';

const SAVE_DELAY_MS = 300;

/**
 * How the dashboard is arranged. What the CSR arranges is kept with the account; another open window keeps its own
 * arrangement until it is opened again.
 */
export function useLayout(dashboard: Readonly<Ref<HTMLElement | null>>) {
  const account = useAccount();
  const kept = reactive<DashboardLayout>({ ...(account.me?.dashboardLayout ?? DEFAULT_LAYOUT) });
  // without an answer the arrangement holds for this window
  const save = useDebounceFn(() => account.setDashboardLayout({ ...kept }).catch(() => undefined), SAVE_DELAY_MS);
  watch(kept, save);

  const isNarrow = useMediaQuery('(max-width: 900px)');
  /** A narrow window has no room for a column: its parts open over the stage, and begin closed. */
  const isSheetOpen = ref(false);
  const isSideOpen = computed({
    get: () => (isNarrow.value ? isSheetOpen.value : !kept.isSideFolded),
    set(isOpen) {
      if (isNarrow.value) isSheetOpen.value = isOpen;
      else kept.isSideFolded = !isOpen;
    },
  });
  const { isOnly, isFull, setOnly, setFull } = useOnlyTheScreen(dashboard);

  return reactive({
    ...toRefs(kept),
    isNarrow,
    isSideOpen,
    isOnly,
    isFull,
    setFull,
    toggleOnly: () => void setOnly(!isOnly.value),
    toggleRail: () => void (kept.isRailUnfolded = !kept.isRailUnfolded),
    toggleSide: () => void (isSideOpen.value = !isSideOpen.value),
    isShown: (part: SidePart) => isSideOpen.value && kept.sidePart === part && !isOnly.value,
    /** Shows a part of the side column. */
    open(part: SidePart): void {
      void setOnly(false);
      kept.sidePart = part;
      isSideOpen.value = true;
    },
    widen: (by: number) => {
      kept.sideWidth = Math.round(Math.min(SIDE_WIDTH.max, Math.max(SIDE_WIDTH.min, kept.sideWidth + by)));
    },
  });
}
export type Layout = ReturnType<typeof useLayout>;

/** *Only the screen* hides everything around it; the full screen is the same on the whole display. */
function useOnlyTheScreen(dashboard: Readonly<Ref<HTMLElement | null>>) {
  const { isFullscreen, enter, exit } = useFullscreen(dashboard);
  const isOnly = ref(false);
  watch(isFullscreen, (isFull) => (isOnly.value = isFull));

  async function setFull(isFull: boolean): Promise<void> {
    if (isFull !== isFullscreen.value) await (isFull ? enter() : exit());
  }
  async function setOnly(next: boolean): Promise<void> {
    if (!next) await setFull(false);
    isOnly.value = next;
  }
  return { isOnly, isFull: isFullscreen, setOnly, setFull };
}
