import {
  INVITATION_LIFECYCLE,
  statesBefore,
  type InvitationChannel,
  type InvitationState,
  type Locale,
  type ParticipantRole,
  type SeatRight,
} from '@tandem/domain';
import { Prisma, table, type Database, type Tx } from '../../../platform/db/index.js';

export interface InvitationRow {
  id: string;
  siteId: string;
  sessionId: string;
  channel: InvitationChannel;
  role: ParticipantRole;
  rights: SeatRight[];
  userId: string | null;
  organisation: string | null;
  state: InvitationState;
  email: string | null;
  name: string;
  locale: Locale;
  tokenHash: Uint8Array<ArrayBuffer>;
  createdById: string;
  createdAt: Date;
  expiresAt: Date;
  spentAt: Date | null;
  failure: string | null;
  mailId: string | null;
}
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

const invitations = table<InvitationRow>('invitation', Prisma.InvitationScalarFieldEnum);
const BY_ID = invitations.select('WHERE id = $1');
const BY_SESSION = invitations.select('WHERE session_id = $1 ORDER BY created_at DESC, id DESC');

export function createInvitationsRepo({ client, sql }: Database) {
  const rows = (found: unknown) => found as InvitationRow[];
  return {
    async create(tx: Tx, row: InvitationRow): Promise<void> {
      await tx.invitation.create({ data: row });
    },
    async find(id: string, tx?: Tx): Promise<InvitationRow | null> {
      return (await (tx?.sql ?? sql)<InvitationRow>(BY_ID, [id]))[0] ?? null;
    },
    async findByToken(tokenHash: Uint8Array<ArrayBuffer>): Promise<InvitationRow | null> {
      return (await client.invitation.findUnique({ where: { tokenHash } })) as InvitationRow | null;
    },
    /** @returns whether the lifecycle allowed it */
    async move(tx: Tx, id: string, state: InvitationState, change: Change = {}): Promise<boolean> {
      const from = statesBefore(INVITATION_LIFECYCLE, state);
      return (
        (await tx.invitation.updateMany({ where: { id, state: { in: from } }, data: { ...change, state } })).count === 1
      );
    },
    listBySession: (sessionId: string): Promise<InvitationRow[]> => sql<InvitationRow>(BY_SESSION, [sessionId]),
    /** Open invitations of a colleague. */
    async listPending(userId: string, now: Date): Promise<InvitationRow[]> {
      const where = { userId, state: { in: PENDING }, expiresAt: { gt: now } };
      return rows(await client.invitation.findMany({ where, orderBy: { createdAt: 'asc' } }));
    },
    async listColleagues(sessionId: string, tx?: Tx): Promise<InvitationRow[]> {
      const where = { sessionId, userId: { not: null } };
      return rows(await (tx ?? client).invitation.findMany({ where }));
    },
    async listByIds(ids: readonly string[]): Promise<InvitationRow[]> {
      return rows(await client.invitation.findMany({ where: { id: { in: [...ids] } } }));
    },
    /** A new token for one that has not been handed over. */
    async renew(tx: Tx, id: string, change: Pick<InvitationRow, 'tokenHash' | 'expiresAt'>): Promise<void> {
      await tx.invitation.update({ where: { id }, data: change });
    },
    async setMail(tx: Tx, id: string, mailId: string): Promise<void> {
      await tx.invitation.update({ where: { id }, data: { mailId } });
    },
    async listOutdated(now: Date): Promise<InvitationRow[]> {
      const state = { notIn: ['JOINED', 'JOINING', 'DECLINED', 'EXPIRED'] };
      return rows(await client.invitation.findMany({ where: { expiresAt: { lte: now }, state }, take: 100 }));
    },
  };
}
export type InvitationsRepo = ReturnType<typeof createInvitationsRepo>;
