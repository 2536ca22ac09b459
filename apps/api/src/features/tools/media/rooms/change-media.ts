import type { Context } from '../../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../../platform/index.js';
import type { ParticipantRow, Participants } from '../../../session/participants/index.js';
import type { Attendance, Sessions } from '../../../session/sessions/index.js';
import type { MediaRepo, MediaSeatRow } from './media.repo.js';

interface Deps extends Uses<'clock' | 'events'> {
  repo: MediaRepo;
  sessions: Sessions;
  participants: Participants;
}

/** Changes what seats may publish. The media server follows the log (follow-log.ts). */
export function createChangeMedia({ events, clock, repo, sessions, participants }: Deps) {
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
      const type = device === 'camera' ? 'media.cameraChanged' : 'media.microphoneChanged';
      await sessions.log(tx, { session, seat }, type, { participantId: seat.participantId, isOn });
      if (device === 'camera' && before) await showToNobody(tx, { session, seat }, before);
      return seat.participantId;
    });
    return (await participants.find(participantId))!;
  }

  /** A camera that was turned off is shown to nobody; when it is turned on again, its owner chooses again. */
  async function showToNobody(tx: Tx, by: Attendance, { participantId, cameraShownToIds }: MediaSeatRow) {
    if (cameraShownToIds.length === 0) return;
    await repo.change(tx, participantId, { cameraShownToIds: [] });
    for (const viewerId of cameraShownToIds)
      await sessions.log(tx, by, 'media.cameraShown', { participantId, viewerId, isShown: false });
  }

  /** Turns everything off and invalidates unused tickets: the role has fewer rights now. */
  async function narrow(tx: Tx, participantId: string): Promise<void> {
    const off = { isCameraOn: false, isMicrophoneOn: false, isScreenAllowed: false, cameraShownToIds: [] };
    await repo.change(tx, participantId, { ...off, isTicketSpent: true });
  }

  return {
    narrow,
    setDevice,
  };
}
export type ChangeMedia = ReturnType<typeof createChangeMedia>;
