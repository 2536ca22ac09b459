import {
  CONSENT_LIFECYCLE,
  statesBefore,
  type ConsentEndReason,
  type ConsentState,
  type GrantEndReason,
} from '@tandem/domain';
import { Prisma, statement, table, type Database, type Tx } from '../../../platform/db/index.js';

export type ConsentRequestRow = Prisma.ConsentRequestModel;
export type GrantRow = Prisma.GrantModel;

const SHOWN = 50;

const requestTable = table<ConsentRequestRow>('consent_request', Prisma.ConsentRequestScalarFieldEnum);
const REQUEST = requestTable.select('WHERE id = $1');
const REQUESTS = requestTable.select('WHERE id = ANY ($1)');
const STANDING = requestTable.select("WHERE session_id = ANY ($1) AND state = 'ASKED'");
const STANDING_OR_RECENT = requestTable.select(
  "WHERE session_id = $1 AND state = 'ASKED' OR asked_by_id = $2 AND asked_at > $3 AND NOT is_spared",
);
const grantTable = table<GrantRow>('"grant"', Prisma.GrantScalarFieldEnum);
const GRANT = grantTable.select('WHERE id = $1');
const GRANTS = grantTable.select('WHERE id = ANY ($1)');
const GRANTS_OPEN = grantTable.select('WHERE session_id = $1 AND ended_at IS NULL');
const GRANTS_SHOWN = grantTable.select('WHERE session_id = $1 ORDER BY starts_at DESC LIMIT $2');
const END_ALL = statement(`
  WITH questions AS (
    UPDATE consent_request SET state = 'WITHDRAWN', ended_at = $2, end_reason = $3, due_at = NULL
    WHERE session_id = $1 AND state = 'ASKED'
  )
  UPDATE "grant" SET ended_at = $2, end_reason = $3 WHERE session_id = $1 AND ended_at IS NULL`);

export function createConsentsRepo({ client, sql }: Database) {
  const on = (tx?: Tx) => tx?.sql ?? sql;
  return {
    async createRequest(tx: Tx, row: ConsentRequestRow): Promise<void> {
      await tx.consentRequest.create({ data: row });
    },
    async findRequest(id: string, tx?: Tx): Promise<ConsentRequestRow | null> {
      return (await on(tx)(REQUEST, [id]))[0] ?? null;
    },
    /** @returns whether the lifecycle allowed it */
    async moveRequest(tx: Tx, id: string, state: ConsentState, change: Partial<ConsentRequestRow>): Promise<boolean> {
      const from = statesBefore(CONSENT_LIFECYCLE, state);
      const moved = { ...change, state, dueAt: null };
      return (await tx.consentRequest.updateMany({ where: { id, state: { in: from } }, data: moved })).count === 1;
    },
    async updateRequest(
      tx: Tx,
      id: string,
      change: Partial<Pick<ConsentRequestRow, 'dueAt' | 'grantorIds' | 'allowedByIds'>>,
    ): Promise<void> {
      await tx.consentRequest.update({ where: { id }, data: change });
    },
    /** The open consent requests. */
    listStanding: (sessionIds: readonly string[], tx?: Tx): Promise<ConsentRequestRow[]> =>
      on(tx)(STANDING, [sessionIds]),
    listRequestsByIds: (ids: readonly string[]): Promise<ConsentRequestRow[]> => sql(REQUESTS, [ids]),
    /** The open requests of a session, and those made since a time. */
    listStandingOrRecent: (tx: Tx, sessionId: string, by: { askedById: string; since: Date }) =>
      tx.sql(STANDING_OR_RECENT, [sessionId, by.askedById, by.since]),
    async listRequestsDue(now: Date): Promise<ConsentRequestRow[]> {
      return client.consentRequest.findMany({ where: { dueAt: { lte: now }, state: 'ASKED' }, take: 200 });
    },
    async createGrant(tx: Tx, row: GrantRow): Promise<void> {
      await tx.grant.create({ data: row });
    },
    async findGrant(id: string, tx?: Tx): Promise<GrantRow | null> {
      return (await on(tx)(GRANT, [id]))[0] ?? null;
    },
    listOpenGrants: (tx: Tx, sessionId: string): Promise<GrantRow[]> => tx.sql(GRANTS_OPEN, [sessionId]),
    async listGrantsDue(now: Date): Promise<GrantRow[]> {
      return client.grant.findMany({ where: { endsAt: { lte: now }, endedAt: null }, take: 200 });
    },
    async useGrant(tx: Tx, id: string): Promise<void> {
      await tx.grant.update({ where: { id }, data: { uses: { increment: 1 } } });
    },
    async updateGrant(
      tx: Tx,
      id: string,
      change: Partial<Pick<GrantRow, 'endsAt' | 'granteeId' | 'grantorIds'>>,
    ): Promise<void> {
      await tx.grant.update({ where: { id }, data: change });
    },
    /** @returns false when it had ended already */
    async endGrant(tx: Tx, id: string, endedAt: Date, endReason: GrantEndReason): Promise<boolean> {
      return (await tx.grant.updateMany({ where: { id, endedAt: null }, data: { endedAt, endReason } })).count === 1;
    },
    /** Ends all requests and grants of a session. */
    async endAll(tx: Tx, sessionId: string, endedAt: Date, reason: ConsentEndReason & GrantEndReason): Promise<void> {
      await tx.sql(END_ALL, [sessionId, endedAt, reason]);
    },
    /** Newest first. */
    listGrants: (sessionId: string): Promise<GrantRow[]> => sql(GRANTS_SHOWN, [sessionId, SHOWN]),
    listGrantsByIds: (ids: readonly string[]): Promise<GrantRow[]> => sql(GRANTS, [ids]),
  };
}
export type ConsentsRepo = ReturnType<typeof createConsentsRepo>;
