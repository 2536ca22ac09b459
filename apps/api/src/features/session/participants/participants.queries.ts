import type { Tx } from '../../../platform/index.js';
import type { Context, Lazy, Viewer } from '../../../platform/graphql/index.js';
import type { Seat } from '../sessions/index.js';
import { seatOfAccount, type ParticipantRow, type ParticipantsRepo } from './participants.repo.js';
import type { ParticipantType } from './participants.types.js';

const BY_ID = Symbol('participants by id');
const BY_SESSION = Symbol('participants by session');

/** The viewer's own row among rows of one session. Staff whose seat is closed read like others of the site. */
function ownAmong(viewer: Viewer, rows: readonly ParticipantRow[]): ParticipantRow | null {
  if (viewer.kind === 'staff') return seatOfAccount(rows, viewer.userId);
  return (viewer.kind === 'seat' && rows.find(({ id }) => id === viewer.participantId)) || null;
}

export function createParticipantQueries({ repo }: { repo: ParticipantsRepo }) {
  /** Uncached. */
  async function findOwn(viewer: Viewer, sessionId: string, tx?: Tx): Promise<ParticipantRow | null> {
    if (viewer.kind === 'staff') return ownAmong(viewer, await repo.listByUser(sessionId, viewer.userId, tx));
    if (viewer.kind !== 'seat' || viewer.sessionId !== sessionId) return null;
    return ownAmong(
      viewer,
      [await repo.find(viewer.participantId, tx)].filter((row) => row !== null),
    );
  }
  const toSeat = (row: ParticipantRow | null): Seat | null => row && { participantId: row.id, ...row };

  async function loadByIds(ids: readonly string[]): Promise<(ParticipantRow | null)[]> {
    const rows = new Map((await repo.listByIds(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  }

  const byIds = (context: Context) => context.loader(BY_ID, loadByIds);

  /** Primes the loader by id. */
  const loadBySessions =
    (context: Context) =>
    async (ids: readonly string[]): Promise<ParticipantRow[][]> => {
      const rows = await repo.listBySessions(ids);
      for (const row of rows) byIds(context).prime(row.id, row);
      return ids.map((id) => rows.filter((row) => row.sessionId === id));
    };

  const bySession = (context: Context, sessionId: string): Promise<ParticipantRow[]> =>
    context.loader(BY_SESSION, loadBySessions(context)).load(sessionId);

  /** Cached for this request, with all participants of the session: its fields need them anyway. */
  async function own(context: Context, sessionId: string): Promise<ParticipantRow | null> {
    const { viewer } = context;
    if (viewer.kind !== 'staff' && viewer.kind !== 'seat') return null;
    return ownAmong(viewer, await bySession(context, sessionId));
  }

  /** A participant as a field's value, loaded on demand. */
  const lazy =
    (id: string): Lazy<ParticipantType> =>
    async (_args, context) => {
      const row = await byIds(context).load(id);
      if (!row) throw new Error(`participant ${id} is gone`);
      return row;
    };

  return {
    findOwn,
    findSeat: async (viewer: Viewer, sessionId: string, tx?: Tx) => toSeat(await findOwn(viewer, sessionId, tx)),
    own,
    seatOf: async (context: Context, sessionId: string) => toSeat(await own(context, sessionId)),
    byId: (context: Context, id: string): Promise<ParticipantRow | null> => byIds(context).load(id),
    bySession,
    lazy,
    lazyList:
      (ids: readonly string[]): Lazy<ParticipantType[]> =>
      (args, context) =>
        Promise.all(ids.map(async (id) => lazy(id)(args, context))),
  };
}
export type ParticipantQueries = ReturnType<typeof createParticipantQueries>;
