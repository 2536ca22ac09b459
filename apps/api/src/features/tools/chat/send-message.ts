import type { Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { SendChatMessageInput } from './chat.inputs.js';
import type { ChatMessageRow } from './chat.repo.js';
import type { PostMessage } from './post-message.js';

export function createSendMessage({
  events,
  sessions,
  post,
}: Uses<'events'> & { sessions: Sessions; post: PostMessage }) {
  return (context: Context, input: SendChatMessageInput): Promise<ChatMessageRow> =>
    events.transaction(async (tx) => {
      const by = await sessions.access.toAct(tx, context.viewer, input.sessionId, 'sendChatMessage');
      return post(tx, by, input, { text: input.text, url: null });
    });
}
export type SendMessage = ReturnType<typeof createSendMessage>;
