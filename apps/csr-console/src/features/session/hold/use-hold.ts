import { operations, type SessionStore } from '@tandem/session-client';
import { cellOf } from '@tandem/domain';
import { computed } from 'vue';
import { useAct } from '../../../kit/use-act';

/** Starts and ends hold for the customer, and for everybody who is no CSR. */
export function useHold(store: SessionStore) {
  const { act, isBusy, error } = useAct();
  return {
    isBusy,
    error,
    /** Who waits, or would. */
    held: computed(() =>
      store.participants
        .filter(({ role, state }) => state === 'SEATED' && cellOf(role, 'joinStaffRoom') !== true)
        .map(({ name }) => name),
    ),
    /** @returns whether it worked */
    hold: (message: string) =>
      act(() => store.client.mutate(operations.HoldCustomerDocument, { input: { sessionId: store.id, message } })),
    resume: () => act(() => store.client.mutate(operations.ResumeCustomerDocument, { sessionId: store.id })),
  };
}
