import './chat.events.js';
import type { Platform } from '../../platform/index.js';
import type { Participants } from '../participants/index.js';
import type { Sessions } from '../sessions/index.js';
import { createChangeMessage } from './change-message.js';
import { addChatViews } from './chat.event-views.js';
import { createChatQueries } from './chat.queries.js';
import { createChatRepo } from './chat.repo.js';
import { ChatResolver } from './chat.resolver.js';
import { CHAT_EVENTS } from './chat.types.js';
import { createExportTranscript } from './export-transcript.js';
import { createNudge } from './nudge.js';
import { createOpenLink } from './open-link.js';
import { createPostMessage } from './post-message.js';
import { createPushLink } from './push-link.js';
import { createSendMessage } from './send-message.js';

export { ChatMessageType } from './chat.types.js';
export type Chat = ReturnType<typeof createChat>;

/** Messages and addresses between the people of a session. */
export function createChat(
  platform: Platform,
  { sessions, participants }: { sessions: Sessions; participants: Participants },
) {
  const repo = createChatRepo(platform.db);
  const queries = createChatQueries({ repo, participants });
  const post = createPostMessage({ ...platform, repo, participants });
  const deps = { ...platform, repo, sessions, post };
  addChatViews(sessions.views, queries);
  return {
    resolvers: [
      new ChatResolver({
        send: createSendMessage(deps),
        push: createPushLink(deps),
        open: createOpenLink(deps),
        change: createChangeMessage(deps),
        transcript: createExportTranscript({ ...deps, participants }),
        nudge: createNudge({ ...deps, participants }),
        queries,
      }),
    ],
    orphanedTypes: CHAT_EVENTS,
    queries,
  };
}
