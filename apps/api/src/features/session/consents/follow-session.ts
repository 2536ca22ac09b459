import { consentRule } from '@tandem/domain';
import { SYSTEM } from '../../../platform/events/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import { SEAT_CLOSING } from '../participants/index.js';
import { sessionIdOf } from '../sessions/index.js';
import type { ConsentRequestRow, ConsentsRepo } from './consents.repo.js';
import type { EndConsent } from './end-consent.js';
import type { GrantConsent } from './grant-consent.js';

interface Deps extends Uses<'events'> {
  repo: ConsentsRepo;
  ending: EndConsent;
  granting: GrantConsent;
}

/** Requests and grants end with what they depend on: a seat, a role, the primary CSR, the customer, the session. */
export function followSession({ events, repo, ending, granting }: Deps): void {
  const withdraw = (tx: Tx, request: ConsentRequestRow, reason: 'ROLE_CHANGED' | 'SEAT_CLOSED') =>
    ending.endRequest(tx, request, { state: 'WITHDRAWN', reason }, SYSTEM);

  /** A grantor has left: the consents of the others are sufficient. */
  async function withoutGrantor(tx: Tx, request: ConsentRequestRow, participantId: string): Promise<void> {
    const grantorIds = request.grantorIds.filter((id) => id !== participantId);
    if (grantorIds.length === 0) return void (await withdraw(tx, request, 'SEAT_CLOSED'));
    await repo.updateRequest(tx, request.id, { grantorIds });
    if (grantorIds.every((id) => request.allowedByIds.includes(id)))
      await granting.grant(tx, { ...request, grantorIds }, SYSTEM);
  }

  async function endOfSeat(tx: Tx, sessionId: string, participantId: string): Promise<void> {
    for (const request of await repo.listStanding([sessionId], tx))
      if (request.askedById === participantId) await withdraw(tx, request, 'SEAT_CLOSED');
      else if (request.grantorIds.includes(participantId)) await withoutGrantor(tx, request, participantId);
    for (const grant of await repo.listOpenGrants(tx, sessionId)) {
      const grantorIds = grant.grantorIds.filter((id) => id !== participantId);
      if (grant.granteeId === participantId || grantorIds.length === 0)
        await ending.endGrant(tx, grant, 'SEAT_CLOSED', SYSTEM);
      else if (grantorIds.length < grant.grantorIds.length) await repo.updateGrant(tx, grant.id, { grantorIds });
    }
  }

  /** Another customer is primary now: requests to the former one, and their grants, end. */
  async function endOfCustomer(tx: Tx, sessionId: string, customerId: string): Promise<void> {
    const isTheirs = ({ kind, grantorIds }: Pick<ConsentRequestRow, 'kind' | 'grantorIds'>) =>
      consentRule(kind).grantors === 'CUSTOMER' && grantorIds.includes(customerId);
    for (const request of await repo.listStanding([sessionId], tx))
      if (isTheirs(request)) await withdraw(tx, request, 'ROLE_CHANGED');
    for (const grant of await repo.listOpenGrants(tx, sessionId))
      if (isTheirs(grant)) await ending.endGrant(tx, grant, 'ROLE_CHANGED', SYSTEM);
  }

  /** Another CSR leads now: grants to any representative continue, all others end. */
  async function endOfLead(tx: Tx, sessionId: string, toId: string): Promise<void> {
    for (const request of await repo.listStanding([sessionId], tx)) await withdraw(tx, request, 'ROLE_CHANGED');
    for (const grant of await repo.listOpenGrants(tx, sessionId))
      if (grant.isForAnyCsr) await repo.updateGrant(tx, grant.id, { granteeId: toId });
      else await ending.endGrant(tx, grant, 'ROLE_CHANGED', SYSTEM);
  }

  for (const type of SEAT_CLOSING)
    events.during(type, (tx, { stream, payload }) => endOfSeat(tx, sessionIdOf(stream), payload.participantId));
  events.during('participants.customerSwapped', async (tx, { stream, payload: { fromId } }) => {
    if (fromId) await endOfCustomer(tx, sessionIdOf(stream), fromId);
  });
  events.during('participants.controlTransferred', (tx, { stream, payload }) =>
    endOfLead(tx, sessionIdOf(stream), payload.toId),
  );
  // the session's end is the last event of its log: requests and grants end without events of their own
  events.during('sessions.ended', (tx, { stream, at }) => repo.endAll(tx, sessionIdOf(stream), at, 'SESSION_ENDED'));
}
