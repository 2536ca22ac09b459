import { hashToken } from '../../../platform/crypto/index.js';
import { SYSTEM, type EventPayloads } from '../../../platform/events/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { InvitationPort, Participants } from '../../session/participants/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { StateChange } from './change-state.js';
import type { InvitationRow, InvitationsRepo } from './invitations.repo.js';
import type { InvitationPreviewType } from './invitations.types.js';

type Joined = EventPayloads['participants.joined'];

interface Deps extends Uses<'clock' | 'events'> {
  repo: InvitationsRepo;
  sessions: Sessions;
  participants: Participants;
  changed: StateChange;
}

/** The guest's side: opening shows the inviting CSR and spends nothing; only joining spends the token. */
export function createUseInvitation({ events, clock, repo, sessions, participants, changed }: Deps) {
  async function find(siteId: string, token: string): Promise<InvitationRow> {
    const row = await repo.findByToken(hashToken(token));
    // a colleague's invitation is answered by its account
    if (!row || row.siteId !== siteId || row.userId) throw new Failure('INVITATION_UNKNOWN');
    return row;
  }

  function assertUsable(row: InvitationRow): void {
    if (row.spentAt) throw new Failure('INVITATION_SPENT');
    if (row.state === 'EXPIRED' || row.expiresAt <= clock.now()) throw new Failure('INVITATION_EXPIRED');
  }

  /** A customer may wait for admission with a used link, for example on another device. Others may not. */
  const mayWait = ({ role, spentAt, expiresAt }: InvitationRow) =>
    spentAt !== null && role === 'PRIMARY_CUSTOMER' && expiresAt > clock.now();

  const port: InvitationPort = {
    async find(siteId, token) {
      const row = await find(siteId, token);
      return { ...row, isSpent: row.spentAt !== null };
    },
    async spend(tx: Tx, id: string): Promise<boolean> {
      const row = (await repo.find(id, tx))!;
      if (mayWait(row)) return false;
      assertUsable(row);
      const actor = { kind: 'CUSTOMER', id: null } as const;
      if (!(await changed(tx, row, 'JOINING', actor, { spentAt: clock.now() }))) throw new Failure('INVITATION_SPENT');
      return true;
    },
  };

  return {
    port,
    /**
     * Shows the inviting CSR. Link scanners of mail systems request this too: only a person's action marks it as
     * opened.
     */
    async open({ site }: Context, token: string, isByPerson: boolean): Promise<InvitationPreviewType> {
      const row = await find(site.id, token);
      const session = await sessions.find(row.sessionId);
      if (!session || session.state === 'ENDED') throw new Failure('SESSION_ENDED');
      const isSpent = mayWait(row);
      if (!isSpent) assertUsable(row);
      const csr = await participants.find(row.createdById);
      if (isByPerson && !isSpent && row.state !== 'OPENED')
        await events.transaction((tx) => changed(tx, row, 'OPENED', { kind: 'CUSTOMER', id: null }));
      return {
        createdById: row.createdById,
        siteName: site.name,
        csrName: csr?.name ?? '',
        role: row.role,
        name: isSpent ? '' : row.name, // by now, anybody may have the link
        locale: row.locale,
        number: session.number,
      };
    },
    /** A participant was seated: marks their invitation as used. */
    async joined(tx: Tx, { participantId, invitationId }: Joined): Promise<void> {
      const row = invitationId ? await repo.find(invitationId, tx) : null;
      if (row) await changed(tx, row, 'JOINED', { kind: 'CUSTOMER', id: participantId });
    },
    /** Expired invitations. */
    async sweep(): Promise<void> {
      for (const row of await repo.listOutdated(clock.now()))
        await events.transaction((tx) => changed(tx, row, 'EXPIRED', SYSTEM));
    },
  };
}
export type UseInvitation = ReturnType<typeof createUseInvitation>;
