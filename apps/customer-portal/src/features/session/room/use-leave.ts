import { operations, type SessionStore } from '@tandem/session-client';

/** Going away for good. Here it is over at once, also when the server can't be reached just now. */
export function useLeave(store: SessionStore) {
  async function leave(): Promise<void> {
    store.markLeft();
    await store.client
      .mutate(operations.LeaveSessionDocument, { sessionId: store.id })
      .catch(() => setTimeout(() => void leave(), 2000));
  }
  return { leave };
}
