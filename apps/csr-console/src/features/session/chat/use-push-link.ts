import { newId, operations, type Chat, type SessionStore } from '@tandem/session-client';
import { useAct } from '../../../kit/use-act';

/** Sends an address to whom the chat is addressed now. Tried again after a failure, it is still sent once. */
export function usePushLink(store: SessionStore, chat: Chat) {
  const { act, isBusy, error } = useAct();
  let tried = { url: '', clientId: '' };

  /** @returns whether it was sent */
  async function push(url: string): Promise<boolean> {
    if (tried.url !== url) tried = { url, clientId: newId() };
    const { audience, recipientId } = chat.audience.to;
    const input = { sessionId: store.id, clientId: tried.clientId, audience, recipientId, url };
    const isSent = await act(() => store.client.mutate(operations.PushLinkDocument, { input }));
    if (isSent) tried = { url: '', clientId: '' };
    return isSent;
  }
  return { push, isBusy, error };
}
