import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { PushLinkInput } from './chat.inputs.js';
import type { ChatMessageRow } from './chat.repo.js';
import { checkLink } from '../../../platform/http/check-link.js';
import type { PostMessage } from './post-message.js';

/** A CSR sends a link. Nothing opens by itself: the reader sees the host and clicks. */
export function createPushLink({ events, sessions, post }: Uses<'events'> & { sessions: Sessions; post: PostMessage }) {
  return async (context: Context, input: PushLinkInput): Promise<ChatMessageRow> =>
    events.transaction(async (tx) => {
      const by = await sessions.access.toAct(tx, context.viewer, input.sessionId, 'pushLink');
      const url = checkLink(input.url);
      if (!url) throw new Failure('LINK_NOT_ALLOWED');
      return post(tx, by, input, { text: url.href, url: url.href });
    });
}
export type PushLink = ReturnType<typeof createPushLink>;
