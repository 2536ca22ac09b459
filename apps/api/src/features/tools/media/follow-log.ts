import type { Uses } from '../../../platform/index.js';
import { SEAT_CLOSING } from '../../session/participants/index.js';
import { sessionIdOf } from '../../session/sessions/index.js';
import type { ChangeMedia } from './rooms/change-media.js';
import type { HoldRepo } from './hold/hold.repo.js';
import type { MediaRepo } from './rooms/media.repo.js';
import type { Reconcile } from './rooms/reconcile.js';
import type { StaffRoomRepo } from './staff-room/staff-room.repo.js';

interface Deps extends Uses<'clock' | 'events'> {
  repo: MediaRepo;
  holds: HoldRepo;
  staff: StaffRoomRepo;
  change: ChangeMedia;
}

/** Whether the publisher of a share may publish a screen after each event type. */
const MAY_SHOW = { 'sharing.starting': true, 'sharing.stopped': false, 'sharing.failed': false } as const;
const SHARING = Object.keys(MAY_SHOW) as (keyof typeof MAY_SHOW)[];

/** Publishing rights follow the log: the row changes in the transaction of the event, whatever caused it. */
export function keepRows({ events, clock, repo, holds, staff, change }: Deps): void {
  for (const type of SHARING)
    events.during(type, (tx, { stream, payload: { publisherId: participantId } }) => {
      const right = { isScreenAllowed: MAY_SHOW[type] };
      if (!right.isScreenAllowed) return repo.change(tx, participantId, right);
      return repo.setRights(tx, { participantId, sessionId: sessionIdOf(stream), heldAt: clock.now() }, right);
    });
  // a role with fewer rights turns off what it may not use
  events.during('participants.customerSwapped', async (tx, { payload: { fromId } }) => {
    if (fromId) await change.narrow(tx, fromId);
  });
  events.during('participants.rightsChanged', async (tx, { payload: { participantId, rights } }) => {
    if (!rights.includes('CHAT_CUSTOMER') || !rights.includes('VIEW')) await change.narrow(tx, participantId);
  });
  for (const type of SEAT_CLOSING)
    events.during(type, (tx, { payload }) => repo.closeSeat(tx, payload.participantId, clock.now()));
  events.during('sessions.ended', async (tx, { stream }) => {
    await repo.closeRoom(tx, sessionIdOf(stream), clock.now());
    await holds.end(tx, sessionIdOf(stream), clock.now());
    await staff.closeRoom(tx, sessionIdOf(stream), clock.now());
  });
}

/** The media server is updated from the rows after the commit; a failed update is repeated. */
export function keepServer({ relay }: Uses<'relay'>, { lookAt, reconcileAll, putOut, closeRoom }: Reconcile): void {
  for (const type of SHARING) relay.on(type, ({ payload }) => lookAt(payload.publisherId));
  const changes = ['media.microphoneChanged', 'media.cameraChanged', 'media.cameraShown'] as const;
  for (const type of [...changes, 'participants.rightsChanged'] as const)
    relay.on(type, ({ payload }) => lookAt(payload.participantId));
  for (const type of ['participants.customerSwapped', 'participants.controlTransferred'] as const)
    relay.on(type, async ({ payload: { fromId, toId } }) => {
      for (const id of [fromId, toId]) if (id) await lookAt(id);
    });
  for (const type of SEAT_CLOSING) relay.on(type, ({ payload }) => putOut(payload.participantId));
  for (const type of ['media.held', 'media.resumed'] as const)
    relay.on(type, ({ stream }) => reconcileAll(sessionIdOf(stream)));
  relay.on('sessions.ended', ({ stream }) => closeRoom(sessionIdOf(stream)));
}
