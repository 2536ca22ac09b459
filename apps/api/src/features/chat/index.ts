import './chat.events.js';
import type { Platform } from '../../platform/index.js';
import type { Participants } from '../participants/index.js';
import type { Sessions } from '../sessions/index.js';
import { addChatViews } from './chat.event-views.js';
import { createChatQueries } from './chat.queries.js';
import { createChatRepo } from './chat.repo.js';
import { ChatResolver } from './chat.resolver.js';
import { ChatMessageSent } from './chat.types.js';
import { createSendMessage } from './send-message.js';

export { ChatMessageType } from './chat.types.js';
export type Chat = ReturnType<typeof createChat>;

/** Messages between the people of a session. */
export function createChat(
  platform: Platform,
  { sessions, participants }: { sessions: Sessions; participants: Participants },
) {
  const repo = createChatRepo(platform.db);
  const queries = createChatQueries({ repo, participants });
  addChatViews(sessions.views, queries);
  sessions.abilities.add('sendChatMessage', 'anyone');
  return {
    resolvers: [new ChatResolver(createSendMessage({ ...platform, repo, sessions, participants }), queries)],
    orphanedTypes: [ChatMessageSent],
    queries,
  };
}
