import { LIMITS, viewersOf } from '@tandem/domain';
import { after } from '../../platform/clock/index.js';
import { newId } from '../../platform/crypto/index.js';
import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Platform, Tx } from '../../platform/index.js';
import type { Participants } from '../participants/index.js';
import { actorOf, type Attendance, type Sessions } from '../sessions/index.js';
import type { Endings } from './end-share.js';
import type { ShareAccess } from './share-access.js';
import type { AnswerShareInput } from './sharing.inputs.js';
import { termsOf } from './sharing.policy.js';
import type { GrantRow, ShareRow, SharingRepo } from './sharing.repo.js';

interface Deps extends Platform {
  repo: SharingRepo;
  sessions: Sessions;
  participants: Participants;
  access: ShareAccess;
  endings: Endings;
}

/** The customer's answer, and more time to give it. Only the asked customer's own seat can turn a question into a yes. */
export function createAnswerShare({ clock, repo, sessions, participants, access, endings }: Deps) {
  function assertStands(share: ShareRow, by: Attendance): void {
    if (share.customerId !== by.seat.participantId) throw new Failure('FORBIDDEN');
    // the sweep may be late: silence is no from the very second
    if (share.state !== 'ASKED' || (share.dueAt && share.dueAt <= clock.now())) throw new Failure('SHARE_OVER');
  }

  const viewersNow = async (tx: Tx, { sessionId, publisherId }: ShareRow): Promise<string[]> =>
    viewersOf(publisherId, await participants.listBySessions([sessionId], tx)).map(({ id }) => id);

  /** A yes counts for those whom the customer was shown. Who asked is in the question itself. */
  function assertShown({ action, askedById }: ShareRow, viewers: string[], shown: string[]): void {
    const isNamed = (id: string) => id === askedById || shown.includes(id);
    if (action === 'REQUEST_VIEW' && !viewers.every(isNamed)) throw new Failure('VIEWERS_CHANGED');
  }

  async function allow(
    tx: Tx,
    by: Attendance,
    share: ShareRow,
    { duration, isForAnyCsr, viewerIds }: AnswerShareInput,
  ): Promise<void> {
    const now = clock.now();
    const { id, siteId, sessionId, action, target } = share;
    const viewers = await viewersNow(tx, share);
    assertShown(share, viewers, viewerIds);
    const grant: GrantRow = {
      id: newId(),
      siteId,
      sessionId,
      action,
      target,
      grantorId: share.customerId,
      granteeId: share.askedById,
      viewerIds: viewers,
      isForAnyCsr,
      duration,
      startsAt: now,
      ...termsOf(duration, now),
      uses: 0,
      endedAt: null,
      endReason: null,
    };
    await repo.createGrant(tx, grant);
    await repo.moveShare(tx, id, 'GRANTED', {
      grantId: grant.id,
      answeredAt: now,
      dueAt: after(now, LIMITS.sharePicker),
    });
    await sessions.log(tx, by, 'sharing.granted', { shareId: id, grantId: grant.id, isSpared: false });
  }

  return {
    answer: (context: Context, input: AnswerShareInput): Promise<ShareRow> =>
      access.change(context, input.shareId, 'answerShare', async (tx, share, by) => {
        assertStands(share, by);
        if (input.answer === 'ALLOW') await allow(tx, by, share, input);
        else await endings.endShare(tx, share, { state: 'REFUSED', reason: 'REFUSED' }, actorOf(by.seat));
      }),
    extend: (context: Context, shareId: string): Promise<ShareRow> =>
      access.change(context, shareId, 'answerShare', async (tx, share, by) => {
        assertStands(share, by);
        await repo.setDue(tx, share.id, after(clock.now(), LIMITS.shareAnswer));
        await sessions.log(tx, by, 'sharing.questionExtended', { shareId });
      }),
  };
}
export type AnswerShare = ReturnType<typeof createAnswerShare>;
