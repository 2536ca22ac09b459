import type { Context } from '../../platform/graphql/index.js';
import type { Livekit } from './livekit.js';
import type { Platform, Tx } from '../../platform/index.js';
import type { ParticipantRow, Participants } from '../participants/index.js';
import { actorOf, sessionStream, type Sessions } from '../sessions/index.js';
import type { HoldRepo } from './hold.repo.js';
import { rightsOf } from './media.policy.js';
import type { MediaRepo } from './media.repo.js';

interface Deps extends Platform {
  repo: MediaRepo;
  holds: HoldRepo;
  sessions: Sessions;
  participants: Participants;
  livekit: Livekit | null;
}

const NOTHING = { sources: [], canSubscribe: true, canPublishData: false };

/** What seats may publish: the row says it, the media server is told after the commit. */
export function createChangeMedia({ events, clock, log, repo, holds, sessions, participants, livekit }: Deps) {
  /** Tells the media server what the row says. Somebody who isn't in the room is told at the next join. */
  async function syncRights(participantId: string): Promise<void> {
    const seat = await repo.findSeat(participantId);
    const room = seat && (await repo.findRoom(seat.sessionId));
    if (!livekit || !seat || !room || room.closedAt) return;
    try {
      const isOnHold = (await holds.findOpen(seat.sessionId)) !== null;
      const participant = seat.closedAt ? null : await participants.find(participantId);
      await livekit.setRights(room.room, participantId, participant ? rightsOf(participant, seat, isOnHold) : NOTHING);
    } catch (error) {
      // a media server that is down has no rights to take; when it is back, everybody joins with the least
      log.warn({ err: error, participantId }, 'the media server was not told of a right');
    }
  }

  async function setDevice(
    context: Context,
    sessionId: string,
    device: 'microphone' | 'camera',
    isOn: boolean,
  ): Promise<ParticipantRow> {
    const act = device === 'camera' ? 'useVideo' : 'useAudio';
    const participantId = await events.transaction(async (tx) => {
      const { session, seat } = await sessions.access.toAct(tx, context.viewer, sessionId, act);
      const before = await repo.findSeat(seat.participantId, tx);
      const column = device === 'camera' ? 'isCameraOn' : 'isMicrophoneOn';
      if ((before?.[column] ?? false) === isOn) return seat.participantId;
      await repo.setRights(
        tx,
        { participantId: seat.participantId, sessionId, heldAt: clock.now() },
        { [column]: isOn },
      );
      const payload = { participantId: seat.participantId, isOn };
      const common = { stream: sessionStream(sessionId), siteId: session.siteId, actor: actorOf(seat), payload };
      await events.append(tx, {
        ...common,
        type: device === 'camera' ? 'media.cameraChanged' : 'media.microphoneChanged',
      });
      return seat.participantId;
    });
    await syncRights(participantId);
    return (await participants.find(participantId))!;
  }

  /** Nothing is on and no unused ticket is good any more: the role has become a smaller one. */
  async function narrow(tx: Tx, participantId: string): Promise<void> {
    const off = { isCameraOn: false, isMicrophoneOn: false, isScreenAllowed: false, isTicketSpent: true };
    await repo.change(tx, participantId, off);
  }

  return {
    syncRights,
    narrow,
    setDevice,
    /** A screen may be published, or no longer; in the transaction of the share that says so. */
    async allowScreen(tx: Tx, participantId: string, isAllowed: boolean): Promise<void> {
      const participant = await participants.find(participantId, tx);
      if (participant)
        await repo.setRights(
          tx,
          { participantId, sessionId: participant.sessionId, heldAt: clock.now() },
          { isScreenAllowed: isAllowed },
        );
    },
  };
}
export type ChangeMedia = ReturnType<typeof createChangeMedia>;
