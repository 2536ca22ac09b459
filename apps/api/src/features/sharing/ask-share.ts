import { LIMITS } from '@tandem/domain';
import { after } from '../../platform/clock/index.js';
import { newId } from '../../platform/crypto/index.js';
import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Platform, Tx } from '../../platform/index.js';
import type { Media } from '../media/index.js';
import type { ParticipantRow, Participants } from '../participants/index.js';
import type { Attendance, Sessions } from '../sessions/index.js';
import type { AskShareInput } from './sharing.inputs.js';
import { covers, deviceFacts, whyNotAsk } from './sharing.policy.js';
import type { ShareRow, SharingRepo } from './sharing.repo.js';

interface Deps extends Platform {
  repo: SharingRepo;
  sessions: Sessions;
  participants: Participants;
  media: Media;
}

const MINUTE = 60_000;
const ACTS = {
  REQUEST_VIEW: { DESKTOP: 'requestViewDesktop', APPLICATION: 'requestViewApplication' },
  SHARE_VIEW: { DESKTOP: 'shareViewDesktop', APPLICATION: 'shareViewApplication' },
} as const;
const REFUSALS = {
  CUSTOMER_ON_HOLD: 'CUSTOMER_ON_HOLD',
  DEVICE_CANNOT_SHARE: 'SHARE_NOT_SUPPORTED_BY_DEVICE',
  BROWSER_WITHOUT_MEDIA: 'SHARE_NOT_SUPPORTED_BY_DEVICE',
  QUESTION_STANDS: 'SHARE_ALREADY_RUNNING',
  SHARE_BEGINS: 'SHARE_ALREADY_RUNNING',
  SHARE_ALREADY_RUNNING: 'SHARE_ALREADY_RUNNING',
} as const;

/** Puts the CSR's question to the customer, or goes on without it where an earlier consent covers the act. */
export function createAskShare({ events, clock, repo, sessions, participants, media }: Deps) {
  async function assertMayAsk(tx: Tx, by: Attendance, action: AskShareInput['action']): Promise<ParticipantRow> {
    const customer = await participants.findSeated(tx, by.session.id, 'PRIMARY_CUSTOMER');
    const running = await repo.listRunning(by.session.id, tx);
    const reason = whyNotAsk(action, {
      customer: customer && deviceFacts(customer),
      running,
      isOnHold: await media.isOnHold(by.session.id, tx),
    });
    if (!customer) throw new Failure('CUSTOMER_NOT_PRESENT');
    if (reason) throw new Failure(REFUSALS[reason as keyof typeof REFUSALS]);
    return customer;
  }

  async function assertNoNagging(tx: Tx, askedById: string): Promise<void> {
    const asked = await repo.countAskedSince(tx, askedById, after(clock.now(), -MINUTE));
    if (asked >= LIMITS.shareRequestsPerMinute) throw new Failure('SHARE_ASKED_TOO_OFTEN', { retryAfterSeconds: 60 });
  }

  function compose(
    by: Attendance,
    customer: ParticipantRow,
    { action, target }: AskShareInput,
    grantId: string | null,
  ): ShareRow {
    const now = clock.now();
    return {
      id: newId(),
      siteId: by.session.siteId,
      sessionId: by.session.id,
      action,
      target,
      state: grantId ? 'GRANTED' : 'ASKED',
      askedById: by.seat.participantId,
      customerId: customer.id,
      publisherId: action === 'REQUEST_VIEW' ? customer.id : by.seat.participantId,
      grantId,
      surface: null,
      isQuestionSpared: grantId !== null,
      askedAt: now,
      dueAt: after(now, grantId ? LIMITS.sharePicker : LIMITS.shareAnswer),
      answeredAt: null,
      liveAt: null,
      endedAt: null,
      endReason: null,
    };
  }

  return ({ viewer }: Context, input: AskShareInput): Promise<ShareRow> =>
    events.transaction(async (tx) => {
      const by = await sessions.access.toAct(tx, viewer, input.sessionId, ACTS[input.action][input.target]);
      const customer = await assertMayAsk(tx, by, input.action);
      const asked = {
        action: input.action,
        target: input.target,
        grantorId: customer.id,
        granteeId: by.seat.participantId,
      };
      const grant = (await repo.listOpenGrants(tx, by.session.id)).find((open) => covers(open, asked, clock.now()));
      if (!grant) await assertNoNagging(tx, by.seat.participantId);
      const share = compose(by, customer, input, grant?.id ?? null);
      await repo.createShare(tx, share);
      const shareId = share.id;
      await sessions.log(tx, by, 'sharing.asked', { shareId });
      if (grant) await sessions.log(tx, by, 'sharing.granted', { shareId, grantId: grant.id, isSpared: true });
      return share;
    });
}
export type AskShare = ReturnType<typeof createAskShare>;
