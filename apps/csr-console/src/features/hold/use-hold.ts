import { operations, type SessionStore } from '@tandem/session-client';
import { useAct } from '../../frame/use-act';

/** Puts the customer on hold, and takes the customer off it. */
export function useHold(store: SessionStore) {
  const { act, isBusy, error } = useAct();
  return {
    isBusy,
    error,
    /** @returns whether it worked */
    hold: (message: string) =>
      act(() => store.client.mutate(operations.HoldCustomerDocument, { input: { sessionId: store.id, message } })),
    resume: () => act(() => store.client.mutate(operations.ResumeCustomerDocument, { sessionId: store.id })),
  };
}
