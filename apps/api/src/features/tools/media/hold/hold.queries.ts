import type { Context, Lazy } from '../../../../platform/graphql/index.js';
import type { Participants } from '../../../session/participants/index.js';
import type { Sessions } from '../../../session/sessions/index.js';
import type { HoldRepo, HoldRow } from './hold.repo.js';
import { CustomerHeld, CustomerResumed, type HoldType } from './hold.types.js';

const BY_ID = Symbol('holds by id');
const BY_SESSION = Symbol('open holds by session');

export function createHoldQueries({ holds, participants }: { holds: HoldRepo; participants: Participants }) {
  const toType = ({ id, sessionId, byId, message, heldSeq, startedAt }: HoldRow): HoldType => ({
    id,
    by: participants.queries.lazy(byId),
    message: async (_args, context) => {
      const seat = await participants.queries.seatOf(context, sessionId);
      return seat && heldSeq < seat.readsFrom ? '' : message;
    },
    startedAt,
  });
  async function loadByIds(ids: readonly string[]): Promise<(HoldRow | null)[]> {
    const rows = new Map((await holds.listByIds(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  }
  async function loadBySessions(ids: readonly string[]): Promise<(HoldRow | null)[]> {
    const rows = new Map((await holds.listOpen(ids)).map((row) => [row.sessionId, row]));
    return ids.map((id) => rows.get(id) ?? null);
  }

  return {
    async ofSession(context: Context, sessionId: string): Promise<HoldType | null> {
      const row = await context.loader(BY_SESSION, loadBySessions).load(sessionId);
      return row && toType(row);
    },
    lazy:
      (id: string): Lazy<HoldType> =>
      async (_args, context) => {
        const row = await context.loader(BY_ID, loadByIds).load(id);
        if (!row) throw new Error(`hold ${id} is gone`);
        return toType(row);
      },
  };
}
export type HoldQueries = ReturnType<typeof createHoldQueries>;

export function addHoldViews({ views }: Sessions, { lazy }: HoldQueries): void {
  views.add({
    type: 'media.held',
    changesAbilities: true,
    Class: CustomerHeld,
    fields: ({ holdId }) => ({ hold: lazy(holdId) }),
  });
  views.add({
    type: 'media.resumed',
    changesAbilities: true,
    Class: CustomerResumed,
    fields: ({ holdId }) => ({ hold: lazy(holdId) }),
  });
}
