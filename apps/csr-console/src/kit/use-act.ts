import { ref } from 'vue';
import { toTandemError } from '../client';
import { useFailure } from './use-failure';

/** One act at a time: whether it runs, and what it failed with. What was entered is the caller's, and stays. */
export function useAct() {
  const isBusy = ref(false);
  let unread: (() => Promise<unknown>) | null = null;
  const error = useFailure(readAgain);

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
      if (!error.value) readAgain();
    }
  }

  /** For reads: retried as soon as Tandem is reachable. @returns whether the first attempt succeeded */
  async function read(work: () => Promise<unknown>): Promise<boolean> {
    const isDone = await act(work);
    if (error.value?.code === 'UNAVAILABLE') unread = work;
    return isDone;
  }
  function readAgain(): void {
    const work = unread;
    unread = null;
    if (work) void read(work);
  }
  return { act, read, isBusy, error };
}
