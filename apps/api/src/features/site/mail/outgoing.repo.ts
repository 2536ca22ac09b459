import { MAIL_LIFECYCLE, statesBefore, type MailFailure, type MailState } from '@tandem/domain';
import type { Database, Prisma, Tx } from '../../../platform/db/index.js';
import { afterCursor, type Cursor } from '../../../platform/graphql/paging.js';

export type MailRow = Prisma.OutgoingMailModel;
export type MailChange = Partial<
  Pick<
    MailRow,
    'failure' | 'answer' | 'tryAt' | 'claimedUntil' | 'endedAt' | 'settledAt' | 'text' | 'html' | 'name' | 'address'
  >
>;

/** Not delivered yet. */
const PENDING: MailState[] = ['SENDING', 'DEFERRED'];
/** Not delivered, as far as we know. */
const UNSENT: MailState[] = ['NOT_SENT', 'DEFERRED', 'PERHAPS_DELIVERED', 'FAILED'];

export function createMailRepo({ client }: Database) {
  return {
    async create(tx: Tx, row: MailRow): Promise<void> {
      await tx.outgoingMail.create({ data: row });
    },
    async find(id: string): Promise<MailRow | null> {
      return client.outgoingMail.findUnique({ where: { id } });
    },
    async listByRefs(refIds: string[]): Promise<MailRow[]> {
      return client.outgoingMail.findMany({ where: { refId: { in: refIds } }, orderBy: { createdAt: 'asc' } });
    },
    /** Those that no attempt is running for. */
    async listDue(now: Date, take: number): Promise<MailRow[]> {
      const where = { state: { in: PENDING }, tryAt: { lte: now }, claimedUntil: null };
      return client.outgoingMail.findMany({ where, orderBy: { tryAt: 'asc' }, take });
    },
    /** Attempts of a process that has ended. */
    async listOrphans(now: Date): Promise<MailRow[]> {
      const where = { state: { in: PENDING }, claimedUntil: { lte: now } };
      return client.outgoingMail.findMany({ where, take: 100 });
    },
    /** @returns false when it was already claimed, or is final */
    async claim(id: string, claimedUntil: Date): Promise<boolean> {
      const { count } = await client.outgoingMail.updateMany({
        where: { id, state: { in: PENDING }, claimedUntil: null },
        data: { claimedUntil, endedAt: null, tries: { increment: 1 } },
      });
      return count > 0;
    },
    async postpone(id: string, change: { tryAt: Date; failure: MailFailure }): Promise<void> {
      await client.outgoingMail.updateMany({ where: { id, state: { in: PENDING } }, data: change });
    },
    async hasten(refIds: string[], tryAt: Date): Promise<void> {
      await client.outgoingMail.updateMany({
        where: { refId: { in: refIds }, state: { in: PENDING } },
        data: { tryAt },
      });
    },
    async setEnded(id: string, endedAt: Date): Promise<void> {
      await client.outgoingMail.updateMany({ where: { id }, data: { endedAt } });
    },
    /** @returns whether the lifecycle allowed it. DEFERRED may follow DEFERRED. */
    async move(tx: Tx, id: string, state: MailState, change: MailChange): Promise<boolean> {
      const from = statesBefore(MAIL_LIFECYCLE, state);
      if (state === 'DEFERRED') from.push(state);
      const { count } = await tx.outgoingMail.updateMany({
        where: { id, state: { in: from } },
        data: { ...change, state },
      });
      return count > 0;
    },
    /** Cancels mails that a newer one, or the end of their subject, has made useless. Sent ones remain listed. */
    async removeUnsent(tx: Tx, refIds: string[], address?: string): Promise<void> {
      await tx.outgoingMail.deleteMany({
        where: { refId: { in: refIds }, state: { not: 'SENT' }, ...(address && { address }) },
      });
    },
    async listCaught(siteId: string, take: number): Promise<MailRow[]> {
      const where = { siteId, state: 'NOT_SENT' as const };
      return client.outgoingMail.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take });
    },
    async listUnsent(siteId: string, take: number, after?: Cursor): Promise<MailRow[]> {
      const place = after ? afterCursor(after, 'desc', { at: 'createdAt', id: 'id' }) : {};
      return client.outgoingMail.findMany({
        where: { AND: [{ siteId, state: { in: UNSENT } }, place] },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take,
      });
    },
    /** Deletes all but the newest final ones. */
    async trim(siteId: string, kept: number): Promise<void> {
      const old = await client.outgoingMail.findMany({
        where: { siteId, state: { notIn: PENDING } },
        orderBy: { createdAt: 'desc' },
        skip: kept,
        select: { id: true },
      });
      if (old.length) await client.outgoingMail.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
    },
  };
}
export type MailRepo = ReturnType<typeof createMailRepo>;
