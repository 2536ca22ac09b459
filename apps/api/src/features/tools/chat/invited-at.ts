import type { Invitations } from '../invitations/index.js';
import type { ParticipantRow, Participants } from '../../session/participants/index.js';

/**
 * The address to which a customer's invitation was mailed, in this seat or an earlier one; null for somebody who joined
 * otherwise.
 */
export function createInvitedAt({
  participants,
  invitations,
}: {
  participants: Participants;
  invitations: Invitations;
}) {
  return async ({ id, continues }: ParticipantRow): Promise<string | null> => {
    for (const seatId of [id, ...continues]) {
      const invitationId = (await participants.find(seatId))?.invitationId;
      const email = invitationId ? await invitations.emailOf(invitationId) : null;
      if (email) return email;
    }
    return null;
  };
}
export type InvitedAt = ReturnType<typeof createInvitedAt>;
