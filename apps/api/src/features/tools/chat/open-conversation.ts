import type { Context } from '../../../platform/graphql/index.js';
import type { MailService } from '../../site/mail/index.js';
import type { Settings } from '../../site/settings/index.js';
import type { ChatRepo } from './chat.repo.js';
import type { ConversationType } from './chat.types.js';
import type { InvitedAt } from './invited-at.js';
import type { FindOwnConversation } from './own-conversation.js';

interface Deps {
  repo: ChatRepo;
  settings: Settings;
  mail: MailService;
  invitedAt: InvitedAt;
  own: FindOwnConversation;
}

/** The conversation that a customer may export, with its details. */
export function createOpenConversation({ repo, settings, mail, invitedAt, own }: Deps) {
  return async (context: Context, sessionId: string): Promise<ConversationType> => {
    const { session, customer, reader, upTo, until } = await own(context, sessionId);
    return {
      isEmpty: (await repo.listLast(sessionId, reader, 1, { upTo })).length === 0,
      isMailed: mail.canSend && (await settings.of(session.siteId)).isConversationMailed,
      mail: (await mail.fates([customer.id])).at(-1) ?? null,
      email: await invitedAt(customer),
      until,
    };
  };
}
export type OpenConversation = ReturnType<typeof createOpenConversation>;
