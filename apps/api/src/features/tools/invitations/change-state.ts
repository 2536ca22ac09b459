import type { EventActor } from '../../../platform/events/index.js';
import type { Tx } from '../../../platform/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { InvitationRow, InvitationsRepo } from './invitations.repo.js';

/** Changes an invitation's state and appends the event. @returns false when the lifecycle doesn't allow it */
export type StateChange = (
  tx: Tx,
  row: InvitationRow,
  state: InvitationRow['state'],
  actor: EventActor,
  change?: Parameters<InvitationsRepo['move']>[3],
) => Promise<boolean>;

interface ChangeDeps {
  repo: InvitationsRepo;
  sessions: Sessions;
}
export function createStateChange({ repo, sessions }: ChangeDeps): StateChange {
  return async (tx, { id, sessionId, siteId }, state, actor, change) => {
    const session = await sessions.lock(tx, sessionId);
    if (!(await repo.move(tx, id, state, change))) return false;
    if (session?.state === 'ENDED') return true; // its log is closed: the state changes without an event
    const payload = { invitationId: id, state };
    await sessions.log(tx, { sessionId, siteId, actor }, 'invitations.changed', payload);
    return true;
  };
}
