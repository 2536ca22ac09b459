import { onMounted, ref, watch, type WatchSource } from 'vue';
import { chosenLocale } from '../locale';
import { useAct } from './use-act';

interface Work {
  load: () => Promise<unknown>;
  save: () => Promise<unknown>;
  /** What is worked on; a change of it is not saved yet. */
  draft: WatchSource<unknown>[];
}

/** A page of something that is loaded, worked on in one language after the other, and saved as a whole. */
export function useSaving({ load, save, draft }: Work) {
  const { act, read, isBusy, error } = useAct();
  const isSaved = ref(false);
  const locale = ref(chosenLocale.value);
  onMounted(() => read(load));
  watch(draft, () => (isSaved.value = false), { deep: true, flush: 'sync' });
  return {
    isBusy,
    error,
    isSaved,
    /** The language that is worked on. */
    locale,
    save: async (): Promise<void> => void (isSaved.value = await act(save)),
  };
}
