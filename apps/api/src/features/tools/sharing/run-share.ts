import { LIMITS, type SessionAct, type ShareEndReason, type Surface } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import { isInForce, type Consents } from '../../session/consents/index.js';
import { actorOf, isCustomer, type Attendance, type Sessions } from '../../session/sessions/index.js';
import type { EndShare } from './end-share.js';
import { FAILURE_REASONS } from './sharing.policy.js';
import type { ShareRow, SharingRepo } from './sharing.repo.js';

interface Deps extends Uses<'clock'> {
  repo: SharingRepo;
  sessions: Sessions;
  consents: Consents;
  endShare: EndShare;
}

/** From the grant to the picture, and the end of the share. */
export function createRunShare({ clock, repo, sessions, consents, endShare }: Deps) {
  const change = (
    { viewer }: Context,
    id: string,
    act: SessionAct,
    work: (tx: Tx, share: ShareRow, by: Attendance) => Promise<void>,
  ) => sessions.access.changeRow(viewer, act, (tx) => repo.findShare(id, tx), work);

  const assertPublisher = (share: ShareRow, by: Attendance) => {
    if (share.publisherId !== by.seat.participantId) throw new Failure('FORBIDDEN');
  };

  function stopReason(share: ShareRow, by: Attendance, isByBrowser: boolean): ShareEndReason {
    if (isByBrowser && share.publisherId === by.seat.participantId) return 'STOPPED_IN_BROWSER';
    return isCustomer(by.seat) ? 'STOPPED_BY_CUSTOMER' : 'STOPPED_BY_CSR';
  }

  return {
    /**
     * The publisher has selected a surface: only now may the screen be published. The media server reports when it
     * receives the picture (see-share.ts).
     */
    start: (context: Context, shareId: string, surface: Surface): Promise<ShareRow> =>
      change(context, shareId, 'publishShare', async (tx, share, by) => {
        assertPublisher(share, by);
        const grant = share.grantId ? await consents.findGrant(share.grantId, tx) : null;
        if (share.state !== 'GRANTED') throw new Failure('SHARE_OVER');
        if (!grant || !isInForce(grant, clock.now())) throw new Failure('GRANT_OVER');
        const change = { surface, notChosenAt: null, dueAt: after(clock.now(), LIMITS.shareStart) };
        await repo.moveShare(tx, share.id, 'STARTING', change);
        await sessions.log(tx, by, 'sharing.starting', { shareId, publisherId: share.publisherId, surface });
      }),
    /** The picker was closed without a choice: everybody is notified, once, and the publisher may choose again. */
    notChosen: (context: Context, shareId: string): Promise<ShareRow> =>
      change(context, shareId, 'publishShare', async (tx, share, by) => {
        assertPublisher(share, by);
        if (share.state !== 'GRANTED') throw new Failure('SHARE_OVER');
        if (share.notChosenAt) return;
        await repo.setNotChosen(tx, shareId, clock.now());
        await sessions.log(tx, by, 'sharing.notChosen', { shareId });
      }),
    /** The share failed, or its page is gone: reported by the publisher with a reason. */
    async fail(context: Context, shareId: string, reason: ShareEndReason): Promise<ShareRow> {
      if (!FAILURE_REASONS.includes(reason)) throw new Failure('BAD_INPUT', {}, [{ path: 'reason', rule: 'INVALID' }]);
      return change(context, shareId, 'publishShare', async (tx, share, by) => {
        assertPublisher(share, by);
        const state = share.state === 'LIVE' ? 'STOPPED' : 'FAILED';
        if (!(await endShare(tx, share, { state, reason }, actorOf(by.seat)))) throw new Failure('SHARE_OVER');
      });
    },
    /** Either side, at any time. Stopping an ended share is no error. */
    stop: (context: Context, shareId: string, isByBrowser: boolean): Promise<ShareRow> =>
      change(context, shareId, 'stopShare', async (tx, share, by) => {
        const isInvolved = !isCustomer(by.seat) || share.customerId === by.seat.participantId;
        if (!isInvolved) throw new Failure('FORBIDDEN');
        if (share.state === 'ASKED') throw new Failure('SHARE_OVER');
        await endShare(tx, share, { state: 'STOPPED', reason: stopReason(share, by, isByBrowser) }, actorOf(by.seat));
      }),
  };
}
export type RunShare = ReturnType<typeof createRunShare>;
