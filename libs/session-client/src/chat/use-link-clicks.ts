import { isCustomerRole } from '@tandem/domain';
import { TandemError } from '@tandem/client';
import { watch } from 'vue';
import { OpenLinkDocument } from '../gql/graphql';
import { storedOf } from '../browser/session-storage';
import type { SessionStore } from '../session/use-session';

/** Reports to the server that the customer has clicked a link; after a lost connection, when it is back. */
export function useLinkClicks(store: SessionStore): (messageId: string) => void {
  const waiting = storedOf<string[]>(store.id, 'opened', []);

  async function report(messageId: string): Promise<void> {
    try {
      await store.client.mutate(OpenLinkDocument, { messageId });
    } catch (cause) {
      if (cause instanceof TandemError && cause.code === 'UNAVAILABLE') return; // stays in the list and is reported again
    }
    waiting.value = waiting.value.filter((id) => id !== messageId);
  }
  const reportAll = () => waiting.value.forEach((messageId) => void report(messageId));

  watch(
    () => store.connection,
    (state) => state === 'live' && reportAll(),
    { immediate: true },
  );
  return (messageId) => {
    if (!store.me || !isCustomerRole(store.me.role)) return;
    if (!waiting.value.includes(messageId)) waiting.value = [...waiting.value, messageId];
    void report(messageId);
  };
}
