import type { SeatRight } from '@tandem/domain';
import type { AbilityReason } from '@tandem/contract';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { AbilityFacts, Attendance, Sessions } from '../sessions/index.js';
import type { ParticipantQueries } from './participants.queries.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';

/** A CSR who handed over the lead stays as an assistant with these rights. */
const GIVER_RIGHTS: SeatRight[] = ['VIEW', 'CHAT_CUSTOMER'];

/**
 * Changes the primary CSR. The primary CSR hands the lead to an assistant; the former lead may take it back, and an
 * assistant may take it while the primary CSR is disconnected. The session is locked: there is exactly one primary CSR
 * at any time.
 */
export function createTransferControl({
  events,
  clock,
  repo,
  queries,
  sessions,
}: Uses<'clock' | 'events'> & { repo: ParticipantsRepo; queries: ParticipantQueries; sessions: Sessions }) {
  async function hand(tx: Tx, by: Attendance, from: ParticipantRow, to: ParticipantRow): Promise<ParticipantRow> {
    const isTaken = by.seat.participantId === to.id;
    await sessions.assertMayLead(tx, by.session.siteId, to.userId!);
    for (const { id, gaveControlAt } of await repo.listSeated(tx, by.session.id))
      if (gaveControlAt) await repo.update(tx, id, { gaveControlAt: null });
    const gone = { isAway: false, awayDueAt: null };
    await repo.update(tx, from.id, { role: 'ASSISTANT', rights: GIVER_RIGHTS, gaveControlAt: clock.now(), ...gone });
    await repo.update(tx, to.id, { role: 'PRIMARY_CSR', rights: [] });
    await sessions.setLead(tx, by.session.id, to.userId!);
    const payload = { fromId: from.id, toId: to.id, isTaken };
    await sessions.log(tx, by, 'participants.controlTransferred', payload);
    return (await repo.find(to.id, tx))!;
  }

  const mayTake = (own: ParticipantRow, primary: ParticipantRow) => own.gaveControlAt !== null || primary.isAway;

  return {
    give: ({ viewer }: Context, sessionId: string, toId: string): Promise<ParticipantRow> =>
      events.transaction(async (tx) => {
        const by = await sessions.access.toAct(tx, viewer, sessionId, 'transferControl');
        const to = await repo.find(toId, tx);
        const isHere =
          to?.sessionId === sessionId && to.role === 'ASSISTANT' && to.state === 'SEATED' && to.isConnected;
        if (!isHere) throw new Failure('PARTICIPANT_NOT_PRESENT');
        return hand(tx, by, (await repo.find(by.seat.participantId, tx))!, to);
      }),
    /** @throws CONTROL_TAKEN with the name of the primary CSR, when the caller may not take the lead (any more) */
    take: ({ viewer }: Context, sessionId: string): Promise<ParticipantRow> =>
      events.transaction(async (tx) => {
        const by = await sessions.access.toAct(tx, viewer, sessionId, 'takeControl');
        const own = (await repo.find(by.seat.participantId, tx))!;
        const primary = (await repo.findSeated(tx, sessionId, 'PRIMARY_CSR'))!;
        if (!mayTake(own, primary)) throw new Failure('CONTROL_TAKEN', { name: primary.name });
        return hand(tx, by, primary, own);
      }),
    async whyNotGive({ context, session }: AbilityFacts): Promise<AbilityReason | null> {
      const rows = await queries.bySession(context, session.id);
      return rows.some(({ role, state }) => role === 'ASSISTANT' && state === 'SEATED') ? null : 'NO_ASSISTANT';
    },
    async whyNotTake({ context, session, seat }: AbilityFacts): Promise<AbilityReason | null> {
      const rows = (await queries.bySession(context, session.id)).filter(({ state }) => state === 'SEATED');
      const own = rows.find(({ id }) => id === seat.participantId);
      const primary = rows.find(({ role }) => role === 'PRIMARY_CSR');
      return own && primary && mayTake(own, primary) ? null : 'SOMEBODY_LEADS';
    },
  };
}
export type TransferControl = ReturnType<typeof createTransferControl>;
