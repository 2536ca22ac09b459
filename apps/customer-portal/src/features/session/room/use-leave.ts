import { operations, type SessionStore } from '@tandem/session-client';

/** Leaves for good. The page ends immediately, also when the server is unreachable. */
export function useLeave(store: SessionStore) {
  async function leave(): Promise<void> {
    store.markLeft();
    await store.client
      .mutate(operations.LeaveSessionDocument, { sessionId: store.id })
      .catch(() => setTimeout(() => void leave(), 2000));
  }
  return { leave };
}
