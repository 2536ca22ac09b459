import { INVITATION_LIFECYCLE, statesBefore, type InvitationState } from '@tandem/domain';
import { Prisma, table, type Database, type Tx } from '../../../platform/db/index.js';

export type InvitationRow = Prisma.InvitationModel;
type Change = Partial<Pick<InvitationRow, 'tokenHash' | 'expiresAt' | 'spentAt' | 'failure' | 'mailId'>>;

/** Not answered yet. A failed mail does not withdraw the console notification. */
export const PENDING: InvitationState[] = [
  'NOT_SENT',
  'SENDING',
  'DEFERRED',
  'SENT',
  'PERHAPS_DELIVERED',
  'FAILED',
  'OPENED',
];

const ANSWERED: InvitationState[] = ['JOINED', 'JOINING', 'DECLINED', 'EXPIRED'];

const invitations = table<InvitationRow>('invitation', Prisma.InvitationScalarFieldEnum);
const BY_ID = invitations.select('WHERE id = $1');
const BY_SESSION = invitations.select('WHERE session_id = $1 ORDER BY created_at DESC, id DESC');

export function createInvitationsRepo({ client, sql }: Database) {
  return {
    async create(tx: Tx, row: InvitationRow): Promise<void> {
      await tx.invitation.create({ data: row });
    },
    async find(id: string, tx?: Tx): Promise<InvitationRow | null> {
      return (await (tx?.sql ?? sql)(BY_ID, [id]))[0] ?? null;
    },
    async findByToken(tokenHash: Uint8Array<ArrayBuffer>): Promise<InvitationRow | null> {
      return client.invitation.findUnique({ where: { tokenHash } });
    },
    /** @returns whether the lifecycle allowed it */
    async move(tx: Tx, id: string, state: InvitationState, change: Change = {}): Promise<boolean> {
      const from = statesBefore(INVITATION_LIFECYCLE, state);
      return (
        (await tx.invitation.updateMany({ where: { id, state: { in: from } }, data: { ...change, state } })).count === 1
      );
    },
    listBySession: (sessionId: string): Promise<InvitationRow[]> => sql(BY_SESSION, [sessionId]),
    /** Open invitations of a colleague. */
    async listPending(userId: string, now: Date): Promise<InvitationRow[]> {
      const where = { userId, state: { in: PENDING }, expiresAt: { gt: now } };
      return client.invitation.findMany({ where, orderBy: { createdAt: 'asc' } });
    },
    async listColleagues(sessionId: string, tx?: Tx): Promise<InvitationRow[]> {
      const where = { sessionId, userId: { not: null } };
      return (tx ?? client).invitation.findMany({ where });
    },
    async listByIds(ids: readonly string[]): Promise<InvitationRow[]> {
      return client.invitation.findMany({ where: { id: { in: [...ids] } } });
    },
    /** A new token for one that has not been handed over. */
    async renew(tx: Tx, id: string, change: Pick<InvitationRow, 'tokenHash' | 'expiresAt'>): Promise<void> {
      await tx.invitation.update({ where: { id }, data: change });
    },
    async setMail(tx: Tx, id: string, mailId: string): Promise<void> {
      await tx.invitation.update({ where: { id }, data: { mailId } });
    },
    async listOutdated(now: Date): Promise<InvitationRow[]> {
      const where = { expiresAt: { lte: now }, state: { notIn: ANSWERED } };
      return client.invitation.findMany({ where, take: 100 });
    },
  };
}
export type InvitationsRepo = ReturnType<typeof createInvitationsRepo>;
