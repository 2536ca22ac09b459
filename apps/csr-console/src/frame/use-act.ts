import { ref, shallowRef } from 'vue';
import { toTandemError, type TandemError } from '../client';

/** One act at a time: whether it runs, and what it failed with. What was entered is the caller's, and stays. */
export function useAct() {
  const isBusy = ref(false);
  const error = shallowRef<TandemError | null>(null);

  /** @returns whether it worked */
  async function act(work: () => Promise<unknown>): Promise<boolean> {
    if (isBusy.value) return false;
    isBusy.value = true;
    error.value = null;
    try {
      await work();
      return true;
    } catch (cause) {
      error.value = toTandemError(cause);
      return false;
    } finally {
      isBusy.value = false;
    }
  }
  return { act, isBusy, error };
}
