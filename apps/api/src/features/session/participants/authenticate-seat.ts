import { hashToken } from '../../../platform/crypto/index.js';
import type { Viewer } from '../../../platform/graphql/index.js';
import type { Sessions } from '../sessions/index.js';
import type { ParticipantsRepo } from './participants.repo.js';

/** Resolves a seat's cookie to a viewer; for a closed seat an anonymous one with the reason. */
export function createAuthenticateSeat({ repo, sessions }: { repo: ParticipantsRepo; sessions: Sessions }) {
  return async function authenticateSeat(
    siteId: string,
    sessionId: string,
    token: string | undefined,
  ): Promise<Viewer> {
    const row = token ? await repo.findByToken(hashToken(token)) : null;
    if (!row || row.sessionId !== sessionId || row.siteId !== siteId) return { kind: 'anonymous' };
    if (row.state === 'WAITING' || row.state === 'SEATED') return { kind: 'seat', sessionId, participantId: row.id };
    const session = await sessions.find(sessionId);
    const because = session?.state === 'ENDED' ? 'SESSION_ENDED' : 'SEAT_CLOSED';
    return { kind: 'anonymous', because, was: { sessionId, participantId: row.id } };
  };
}
