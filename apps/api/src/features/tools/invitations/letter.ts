import type { SessionRow } from '../../session/sessions/index.js';
import type { InvitationRow } from './invitations.repo.js';

/** An invitation with what only this moment knows: its token is kept as a hash. */
export interface Letter {
  invitation: InvitationRow;
  token: string;
  session: SessionRow;
  csrName: string;
}
