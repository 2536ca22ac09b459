import type { Tx } from '../../platform/index.js';
import type { Context, Lazy, Viewer } from '../../platform/graphql/index.js';
import type { Seat } from '../sessions/index.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';
import type { ParticipantType } from './participants.types.js';

const OWN = Symbol('own participant by session');
const BY_ID = Symbol('participants by id');
const BY_SESSION = Symbol('participants by session');

export function createParticipantQueries({ repo }: { repo: ParticipantsRepo }) {
  async function findOwn(viewer: Viewer, sessionId: string, tx?: Tx): Promise<ParticipantRow | null> {
    // staff whose seat is closed are readers like others of the site
    if (viewer.kind === 'staff') return repo.findStaff(sessionId, viewer.userId, tx);
    const isHere = viewer.kind === 'seat' && viewer.sessionId === sessionId;
    return isHere ? repo.find(viewer.participantId, tx) : null;
  }
  const toSeat = (row: ParticipantRow | null): Seat | null => row && { participantId: row.id, ...row };

  /** The viewer's own row; several fields of a session ask for it at once, and it is read once for all of them. */
  const own = (context: Context, sessionId: string): Promise<ParticipantRow | null> =>
    context
      .loader(OWN, (ids: readonly string[]) => Promise.all(ids.map((id) => findOwn(context.viewer, id))))
      .load(sessionId);

  async function loadByIds(ids: readonly string[]): Promise<(ParticipantRow | null)[]> {
    const rows = new Map((await repo.listByIds(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  }

  async function loadBySessions(ids: readonly string[]): Promise<ParticipantRow[][]> {
    const rows = await repo.listBySessions(ids);
    return ids.map((id) => rows.filter((row) => row.sessionId === id));
  }

  return {
    findOwn,
    findSeat: async (viewer: Viewer, sessionId: string, tx?: Tx) => toSeat(await findOwn(viewer, sessionId, tx)),
    own,
    seatOf: async (context: Context, sessionId: string) => toSeat(await own(context, sessionId)),
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
