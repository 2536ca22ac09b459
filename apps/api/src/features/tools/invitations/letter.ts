import type { SessionRow } from '../../session/sessions/index.js';
import type { InvitationRow } from './invitations.repo.js';

/** An invitation with its token, which is stored as a hash only. */
export interface Letter {
  invitation: InvitationRow;
  token: string;
  session: SessionRow;
  csrName: string;
}
