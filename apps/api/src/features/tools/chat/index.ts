import './chat.events.js';
import type { Platform } from '../../../platform/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { Invitations } from '../invitations/index.js';
import type { MailService } from '../../site/mail/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { Settings } from '../../site/settings/index.js';
import type { Templates } from '../../administration/templates/index.js';
import { createChangeMessage } from './change-message.js';
import { addChatViews } from './chat.event-views.js';
import { createChatQueries } from './chat.queries.js';
import { createChatRepo } from './chat.repo.js';
import { ChatResolver } from './chat.resolver.js';
import { createCodesRepo } from './codes.repo.js';
import { createConfirmAddress } from './confirm-address.js';
import { createExportTranscript } from './export-transcript.js';
import { createGatherTranscript } from './gather-transcript.js';
import { createInvitedAt } from './invited-at.js';
import { createMailBudget } from './mail-budget.js';
import { createMailConversation } from './mail-conversation.js';
import { createMarkRead } from './mark-read.js';
import { createNudge } from './nudge.js';
import { createOpenConversation } from './open-conversation.js';
import { createOpenLink } from './open-link.js';
import { createOwnConversation } from './own-conversation.js';
import { createPostMessage } from './post-message.js';
import { createPushLink } from './push-link.js';
import { createSendMessage } from './send-message.js';

export { ChatMessageType, ConversationMailType } from './chat.types.js';
export type Chat = ReturnType<typeof createChat>;

interface Deps {
  sessions: Sessions;
  participants: Participants;
  settings: Settings;
  mail: MailService;
  templates: Templates;
  invitations: Invitations;
}

/** Messages and links between the people of a session. */
export function createChat(platform: Platform, features: Deps) {
  const { sessions, participants, settings } = features;
  const repo = createChatRepo(platform.db);
  const queries = createChatQueries({ repo, participants });
  const post = createPostMessage({ ...platform, repo, participants, sessions });
  const gather = createGatherTranscript({ repo, participants });
  const own = createOwnConversation({ ...platform, sessions, participants });
  const invitedAt = createInvitedAt(features);
  const budget = createMailBudget({ ...platform, ...features });
  const codes = createCodesRepo(platform.db);
  const confirm = createConfirmAddress({ ...platform, ...features, codes, own, invitedAt, budget });
  platform.sweeper.add({ name: 'conversation codes', every: 600_000, run: confirm.sweep });
  const deps = { ...platform, ...features, repo, post, gather, own, invitedAt, budget, confirm };
  addChatViews(sessions.views, queries);
  sessions.abilities.add('mailConversation', async ({ session: { siteId } }) =>
    features.mail.canSend && (await settings.of(siteId)).isConversationMailed ? null : 'SITE_DOES_NOT',
  );
  return {
    resolvers: [
      new ChatResolver({
        send: createSendMessage(deps),
        push: createPushLink(deps),
        open: createOpenLink(deps),
        change: createChangeMessage(deps),
        transcript: createExportTranscript(deps),
        conversation: createOpenConversation(deps),
        mail: createMailConversation(deps),
        askCode: confirm.ask,
        markRead: createMarkRead(deps),
        nudge: createNudge(deps),
        queries,
      }),
    ],
    queries,
  };
}
