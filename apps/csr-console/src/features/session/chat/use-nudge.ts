import { LIMITS } from '@tandem/domain';
import { operations, useNow, type SessionStore } from '@tandem/session-client';
import { computed, reactive, ref } from 'vue';
import { useAct } from '../../../kit/use-act';

/** Calls for the customer's attention, and says how long until it may be done again. */
export function useNudge(store: SessionStore) {
  const { act, isBusy, error } = useAct();
  const now = useNow();
  const freeAt = ref(0);

  async function press(): Promise<void> {
    await act(() => store.client.mutate(operations.NudgeCustomerDocument, { sessionId: store.id }));
    const retryAfter = Number(error.value?.params.retryAfterSeconds ?? 0) * 1000;
    if (error.value && !retryAfter) return;
    freeAt.value = now.value + (retryAfter || LIMITS.nudgeEvery);
    if (retryAfter) error.value = null; // the button says it
  }
  return reactive({
    isBusy,
    error,
    press,
    secondsLeft: computed(() => Math.max(0, Math.ceil((freeAt.value - now.value) / 1000))),
  });
}
