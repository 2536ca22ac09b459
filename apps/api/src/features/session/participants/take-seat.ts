import { LIMITS, type ParticipantRole, type ParticipantState } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { newId } from '../../../platform/crypto/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { SessionRow, Sessions } from '../sessions/index.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';

export type Newcomer = Pick<ParticipantRow, 'name' | 'locale'> &
  Partial<
    Pick<
      ParticipantRow,
      'id' | 'userId' | 'invitationId' | 'organisation' | 'rights' | 'tokenHash' | 'device' | 'formerId'
    >
  > & {
    role: ParticipantRole;
    state: ParticipantState;
  };

/** Time for a newcomer to open the stream before counting as disconnected. */
const ARRIVAL = 15_000;

/** Creates a participant, seated or waiting, and logs it. */
export function createTakeSeat({
  clock,
  repo,
  sessions,
}: Uses<'clock'> & { repo: ParticipantsRepo; sessions: Sessions }) {
  return async function takeSeat(tx: Tx, session: SessionRow, newcomer: Newcomer): Promise<ParticipantRow> {
    const now = clock.now();
    const row: ParticipantRow = {
      userId: null,
      invitationId: null,
      organisation: null,
      rights: [],
      gaveControlAt: null,
      tokenHash: null,
      device: null,
      readsFrom: 0,
      continues: [],
      formerId: null,
      id: newId(),
      ...newcomer,
      siteId: session.siteId,
      sessionId: session.id,
      createdAt: now,
      seatedAt: newcomer.state === 'SEATED' ? now : null,
      leftAt: null,
      lostAt: now,
      disconnectDueAt: after(now, ARRIVAL),
      awayDueAt: newcomer.role === 'PRIMARY_CSR' ? after(now, LIMITS.csrAway) : null,
      isConnected: true,
      isAway: false,
    };
    await repo.create(tx, row);
    const by = { session, seat: { role: row.role, participantId: row.id } };
    if (row.state === 'WAITING') await sessions.log(tx, by, 'participants.waiting', { participantId: row.id });
    else
      await sessions.log(tx, by, 'participants.joined', {
        participantId: row.id,
        role: row.role,
        userId: row.userId,
        invitationId: row.invitationId,
        isFirstCustomer: row.role === 'PRIMARY_CUSTOMER' && session.activeAt === null,
      });
    return row;
  };
}
export type TakeSeat = ReturnType<typeof createTakeSeat>;
