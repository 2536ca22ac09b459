import {
  LIMITS,
  SHARE_ACTIONS,
  type ConsentEndReason,
  type ConsentKind,
  type GrantEndReason,
  type ShareAction,
  type ShareEndReason,
} from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { SYSTEM, type EventPayloads, type EventRow } from '../../../platform/events/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import { sessionIdOf } from '../../session/sessions/index.js';
import type { EndShare } from './end-share.js';
import type { SharingRepo } from './sharing.repo.js';

type EventOf<T extends keyof EventPayloads> = EventRow<T>;

export const isShare = (kind: ConsentKind): kind is ShareAction => SHARE_ACTIONS.some((action) => action === kind);

/** The end reason of a share by that of its request or grant. */
const REASONS = {
  REFUSED: 'REFUSED',
  NO_ANSWER: 'NO_ANSWER',
  WITHDRAWN: 'WITHDRAWN',
  REVOKED: 'STOPPED_BY_CUSTOMER',
  EXPIRED: 'GRANT_ENDED',
  USED: 'GRANT_ENDED',
  SEAT_CLOSED: 'PUBLISHER_LEFT',
  ROLE_CHANGED: 'ROLE_CHANGED',
  SESSION_ENDED: 'SESSION_ENDED',
} as const satisfies Record<GrantEndReason | ConsentEndReason, ShareEndReason>;
const ENDS = {
  'consents.refused': 'REFUSED',
  'consents.expired': 'EXPIRED',
  'consents.withdrawn': 'WITHDRAWN',
} as const;

/**
 * A share starts as its consent request, with the same id, and continues with the grant: it follows the events of both.
 */
export function followConsent({ events, repo, endShare }: Uses<'events'> & { repo: SharingRepo; endShare: EndShare }) {
  async function create(tx: Tx, { stream, siteId, at, actor, payload }: EventOf<'consents.asked'>): Promise<void> {
    const { requestId, kind, target, grantorIds, dueAt } = payload;
    if (!isShare(kind)) return;
    const [customerId] = grantorIds as [string];
    await repo.createShare(tx, {
      id: requestId,
      siteId,
      sessionId: sessionIdOf(stream),
      action: kind,
      target: target!,
      state: 'ASKED',
      askedById: actor.id!,
      customerId,
      publisherId: kind === 'REQUEST_VIEW' ? customerId : actor.id!,
      grantId: null,
      surface: null,
      isQuestionSpared: false,
      askedAt: at,
      dueAt: dueAt ? new Date(dueAt) : null,
      notChosenAt: null,
      answeredAt: null,
      liveAt: null,
      endedAt: null,
      endReason: null,
    });
  }

  async function grant(tx: Tx, { at, payload }: EventOf<'consents.granted'>): Promise<void> {
    const { requestId, kind, grantId, isSpared } = payload;
    if (!isShare(kind)) return;
    await repo.moveShare(tx, requestId, 'GRANTED', {
      grantId,
      isQuestionSpared: isSpared,
      answeredAt: isSpared ? null : at,
      dueAt: after(at, LIMITS.sharePicker),
    });
  }

  events.during('consents.asked', create);
  events.during('consents.granted', grant);
  events.during('consents.extended', async (tx, { payload: { requestId, kind, dueAt } }) => {
    if (isShare(kind)) await repo.setDue(tx, requestId, new Date(dueAt));
  });
  for (const [type, state] of Object.entries(ENDS) as [keyof typeof ENDS, (typeof ENDS)[keyof typeof ENDS]][])
    events.during(type, async (tx, { at, payload: { requestId, kind, reason } }) => {
      if (isShare(kind))
        await repo.moveShare(tx, requestId, state, { endedAt: at, endReason: REASONS[reason], dueAt: null });
    });
  events.during('consents.grantEnded', async (tx, { stream, actor, payload: { grantId, kind, reason } }) => {
    if (!isShare(kind)) return;
    for (const share of await repo.listRunning(sessionIdOf(stream), tx))
      if (share.grantId === grantId) await endShare(tx, share, { state: 'STOPPED', reason: REASONS[reason] }, actor);
  });
  // a grant to any representative passes to the next primary CSR, who shows their own screen
  events.during('participants.controlTransferred', async (tx, { stream, payload: { fromId, toId } }) => {
    const running = await repo.listRunning(sessionIdOf(stream), tx);
    for (const share of running)
      if (share.publisherId === fromId) await endShare(tx, share, { state: 'STOPPED', reason: 'ROLE_CHANGED' }, SYSTEM);
    if (running.length > 0) await repo.passRunning(tx, sessionIdOf(stream), toId);
  });
  events.during('sessions.ended', async (tx, { stream, at }) => {
    for (const { id, state } of await repo.listRunning(sessionIdOf(stream), tx)) {
      const end = state === 'ASKED' ? 'WITHDRAWN' : 'STOPPED';
      await repo.moveShare(tx, id, end, { endedAt: at, endReason: 'SESSION_ENDED', dueAt: null });
    }
  });
}
