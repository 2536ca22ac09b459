import { MediaRoom } from '@tandem/media';
import { watch } from 'vue';
import { windowId } from '../browser/window-id';
import { JoinMediaDocument } from '../gql/graphql';
import { toTicketRefusal } from '../model/media-rules';
import type { SessionStore } from '../session/use-session';

/** The media room of a session, with tickets from the API. */
export const createSessionRoom = (store: SessionStore): MediaRoom =>
  new MediaRoom({
    ticket: async (isTakeOver) => {
      await untilNotLost(store);
      const input = { sessionId: store.id, windowId, isTakeOver };
      return (await store.client.mutate(JoinMediaDocument, { input })).joinMedia;
    },
    refusal: toTicketRefusal,
  });

/** While the connection of the session is lost, the API would not answer: the ticket is requested when it is back. */
function untilNotLost(store: SessionStore): Promise<void> {
  if (store.connection !== 'lost') return Promise.resolve();
  return new Promise((resolve) => {
    const stop = watch(
      () => store.connection,
      (now) => {
        if (now === 'lost') return;
        stop();
        resolve();
      },
    );
  });
}
