import type { Context } from '../../platform/graphql/index.js';
import type { Invitations } from '../invitations/index.js';
import type { ParticipantRow, Participants } from '../participants/index.js';
import type { MailService } from '../mail/index.js';
import type { Settings } from '../settings/index.js';
import type { ChatRepo } from './chat.repo.js';
import type { ConversationType } from './chat.types.js';
import type { FindOwnConversation } from './own-conversation.js';

interface Deps {
  repo: ChatRepo;
  settings: Settings;
  mail: MailService;
  invitations: Invitations;
  participants: Participants;
  own: FindOwnConversation;
}

/** What a customer may take along, told before it is asked for. */
export function createOpenConversation({ repo, settings, mail, invitations, participants, own }: Deps) {
  /** Where this person was invited, in this seat or an earlier one. */
  async function emailOf({ id, continues }: ParticipantRow): Promise<string | null> {
    for (const seatId of [id, ...continues]) {
      const invitationId = (await participants.find(seatId))?.invitationId;
      const email = invitationId ? await invitations.emailOf(invitationId) : null;
      if (email) return email;
    }
    return null;
  }

  return async (context: Context, sessionId: string): Promise<ConversationType> => {
    const { session, customer, reader, upTo, until } = await own(context, sessionId);
    return {
      isEmpty: (await repo.listLast(sessionId, reader, 1, { upTo })).length === 0,
      isMailed: mail.canSend && (await settings.of(session.siteId)).isConversationMailed,
      mail: (await mail.fates([customer.id])).at(-1) ?? null,
      email: await emailOf(customer),
      until,
    };
  };
}
export type OpenConversation = ReturnType<typeof createOpenConversation>;
