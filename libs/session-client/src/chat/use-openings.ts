import { isCustomerRole } from '@tandem/domain';
import { TandemError } from '@tandem/client';
import { watch } from 'vue';
import { OpenLinkDocument } from '../gql/graphql';
import { storedOf } from '../browser/session-storage';
import type { SessionStore } from '../session/use-session';

/** Tells that the customer has opened an address; while the line is down, it is told when the line is back. */
export function useOpenings(store: SessionStore): (messageId: string) => void {
  const waiting = storedOf<string[]>(store.id, 'opened', []);

  async function tell(messageId: string): Promise<void> {
    try {
      await store.client.mutate(OpenLinkDocument, { messageId });
    } catch (cause) {
      if (cause instanceof TandemError && cause.code === 'UNAVAILABLE') return; // stays, and is told again
    }
    waiting.value = waiting.value.filter((id) => id !== messageId);
  }
  const tellAll = () => waiting.value.forEach((messageId) => void tell(messageId));

  watch(
    () => store.connection,
    (state) => state === 'live' && tellAll(),
    { immediate: true },
  );
  return (messageId) => {
    if (!store.me || !isCustomerRole(store.me.role)) return;
    if (!waiting.value.includes(messageId)) waiting.value = [...waiting.value, messageId];
    void tell(messageId);
  };
}
