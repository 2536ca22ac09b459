import { consentRule, LIMITS, type ConsentKind, type SessionAct } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import { actorOf, sessionStream, type Attendance, type Sessions } from '../sessions/index.js';
import type { AnswerConsentInput } from './consents.inputs.js';
import { durationsOf, hasNoDuration } from './consents.policy.js';
import type { ConsentRequestRow, ConsentsRepo } from './consents.repo.js';
import type { EndConsent } from './end-consent.js';
import type { GrantConsent, GrantTerms } from './grant-consent.js';

interface Deps extends Uses<'clock' | 'events'> {
  repo: ConsentsRepo;
  sessions: Sessions;
  granting: GrantConsent;
  ending: EndConsent;
}

/** Extensions of the requests of a session that are read: few requests are open at a time. */
const SEEN = 100;

/** Answers a consent request, or extends its deadline. Only the seat of a participant who was asked can consent. */
export function createAnswerConsent({ clock, events, repo, sessions, granting, ending }: Deps) {
  const change = (
    { viewer }: Context,
    id: string,
    act: SessionAct,
    work: (tx: Tx, request: ConsentRequestRow, by: Attendance) => Promise<void>,
  ) => sessions.access.changeRow(viewer, act, (tx) => repo.findRequest(id, tx), work);

  function assertStands({ state, dueAt, grantorIds }: ConsentRequestRow, { seat }: Attendance): void {
    if (!grantorIds.includes(seat.participantId)) throw new Failure('FORBIDDEN');
    // the sweep may be late, but the deadline is exact
    if (state !== 'ASKED' || (dueAt && dueAt <= clock.now())) throw new Failure('SHARE_OVER');
  }

  /** A consent covers the viewers who were shown to the customer. The requester is part of the request. */
  async function assertShown(tx: Tx, request: ConsentRequestRow, shown: readonly string[]): Promise<void> {
    if (!consentRule(request.kind).namesViewers) return;
    const isNamed = (id: string) => id === request.askedById || shown.includes(id);
    if (!(await granting.viewersNow(tx, request)).every(isNamed)) throw new Failure('VIEWERS_CHANGED');
  }

  function assertOffered(kind: ConsentKind, { duration, isForAnyCsr }: GrantTerms): void {
    if (hasNoDuration(kind) && (duration !== 'ONCE' || isForAnyCsr)) throw new Failure('CONSENT_HAS_NO_DURATION');
    if (!durationsOf(kind).includes(duration))
      throw new Failure('BAD_INPUT', {}, [{ path: 'input.duration', rule: 'INVALID' }]);
  }

  async function allow(
    tx: Tx,
    { seat }: Attendance,
    request: ConsentRequestRow,
    { duration, isForAnyCsr, viewerIds }: AnswerConsentInput,
  ): Promise<void> {
    assertOffered(request.kind, { duration, isForAnyCsr });
    await assertShown(tx, request, viewerIds);
    const allowedByIds = [...new Set([...request.allowedByIds, seat.participantId])];
    const isByAll = request.grantorIds.every((id) => allowedByIds.includes(id));
    if (isByAll) await granting.grant(tx, request, actorOf(seat), { duration, isForAnyCsr });
    else await repo.updateRequest(tx, request.id, { allowedByIds });
  }

  /** More time is for a person who reads or asks: a question does not stay open for ever. */
  async function mayExtend({ id, sessionId, dueAt }: ConsentRequestRow, next: Date): Promise<boolean> {
    if (dueAt && next.getTime() - dueAt.getTime() < LIMITS.consentExtensionGap) return false;
    const extended = await events.newestOf(sessionStream(sessionId), ['consents.extended'], SEEN);
    const own = extended.filter(({ payload }) => (payload as { requestId: string }).requestId === id);
    return own.length < LIMITS.consentExtensions;
  }

  return {
    answer: (context: Context, input: AnswerConsentInput): Promise<ConsentRequestRow> =>
      change(context, input.requestId, 'answerConsent', async (tx, request, by) => {
        assertStands(request, by);
        if (input.answer === 'ALLOW') await allow(tx, by, request, input);
        else await ending.endRequest(tx, request, { state: 'REFUSED', reason: 'REFUSED' }, actorOf(by.seat));
      }),
    extend: (context: Context, requestId: string): Promise<ConsentRequestRow> =>
      change(context, requestId, 'answerConsent', async (tx, request, by) => {
        assertStands(request, by);
        const dueAt = after(clock.now(), LIMITS.consentAnswer);
        if (!(await mayExtend(request, dueAt))) return; // the countdown goes on
        await repo.updateRequest(tx, request.id, { dueAt });
        const payload = { requestId, kind: request.kind, dueAt: dueAt.toISOString() };
        await sessions.log(tx, by, 'consents.extended', payload);
      }),
    withdraw: (context: Context, requestId: string): Promise<ConsentRequestRow> =>
      change(context, requestId, 'withdrawConsent', async (tx, request, by) => {
        if (request.askedById !== by.seat.participantId) throw new Failure('FORBIDDEN');
        const end = { state: 'WITHDRAWN', reason: 'WITHDRAWN' } as const;
        if (!(await ending.endRequest(tx, request, end, actorOf(by.seat)))) throw new Failure('SHARE_OVER');
      }),
  };
}
export type AnswerConsent = ReturnType<typeof createAnswerConsent>;
