import type { Tx } from '../../platform/index.js';
import type { Context, Lazy, Viewer } from '../../platform/graphql/index.js';
import type { Seat } from '../sessions/index.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';
import type { ParticipantType } from './participants.types.js';

const BY_ID = Symbol('participants by id');
const BY_SESSION = Symbol('participants by session');

export function createParticipantQueries({ repo }: { repo: ParticipantsRepo }) {
  async function findSeat(viewer: Viewer, sessionId: string, tx?: Tx): Promise<Seat | null> {
    let row: ParticipantRow | null = null;
    // staff whose seat is closed are readers like others of the site
    if (viewer.kind === 'staff') row = await repo.findStaff(sessionId, viewer.userId, tx);
    if (viewer.kind === 'seat' && viewer.sessionId === sessionId) row = await repo.find(viewer.participantId, tx);
    return row && { participantId: row.id, sessionId, role: row.role, state: row.state };
  }

  async function loadByIds(ids: readonly string[]): Promise<(ParticipantRow | null)[]> {
    const rows = new Map((await repo.listByIds(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  }

  async function loadBySessions(ids: readonly string[]): Promise<ParticipantRow[][]> {
    const rows = await repo.listBySessions(ids);
    return ids.map((id) => rows.filter((row) => row.sessionId === id));
  }

  return {
    findSeat,
    byId: (context: Context, id: string): Promise<ParticipantRow | null> => context.loader(BY_ID, loadByIds).load(id),
    bySession: (context: Context, sessionId: string): Promise<ParticipantRow[]> =>
      context.loader(BY_SESSION, loadBySessions).load(sessionId),
    /** A participant as a field's value: loaded when asked for. */
    lazy:
      (id: string): Lazy<ParticipantType> =>
      async (_args, context) => {
        const row = await context.loader(BY_ID, loadByIds).load(id);
        if (!row) throw new Error(`participant ${id} is gone`);
        return row;
      },
  };
}
export type ParticipantQueries = ReturnType<typeof createParticipantQueries>;
