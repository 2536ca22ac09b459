import { Failure, type Context } from '../../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../../platform/index.js';
import type { ParticipantRow, Participants } from '../../../session/participants/index.js';
import type { Sessions } from '../../../session/sessions/index.js';
import type { MediaRepo } from './media.repo.js';

interface Deps extends Uses<'events'> {
  repo: MediaRepo;
  sessions: Sessions;
  participants: Participants;
}
interface Choice {
  sessionId: string;
  viewerId: string;
  isShown: boolean;
}

/** The primary customer's own choice: which secondary customers see the camera, while it is on. */
export function createShowCamera({ events, repo, sessions, participants }: Deps) {
  async function isBeside(tx: Tx, sessionId: string, id: string): Promise<boolean> {
    const other = await participants.find(id, tx);
    return other?.sessionId === sessionId && other.state === 'SEATED' && other.role === 'SECONDARY_CUSTOMER';
  }

  return async function showCamera(
    { viewer }: Context,
    { sessionId, viewerId, isShown }: Choice,
  ): Promise<ParticipantRow> {
    const participantId = await events.transaction(async (tx) => {
      const by = await sessions.access.toAct(tx, viewer, sessionId, 'showCamera');
      if (isShown && !(await isBeside(tx, sessionId, viewerId))) throw new Failure('NOT_FOUND');
      const { participantId: ownId } = by.seat;
      const seat = await repo.findSeat(ownId, tx);
      if (!seat?.isCameraOn || seat.cameraShownToIds.includes(viewerId) === isShown) return ownId;
      const rest = seat.cameraShownToIds.filter((id) => id !== viewerId);
      await repo.change(tx, ownId, { cameraShownToIds: isShown ? [...rest, viewerId] : rest });
      await sessions.log(tx, by, 'media.cameraShown', { participantId: ownId, viewerId, isShown });
      return ownId;
    });
    return (await participants.find(participantId))!;
  };
}
export type ShowCamera = ReturnType<typeof createShowCamera>;
