import type { Context, Lazy } from '../../../platform/graphql/index.js';
import { isStaffView } from '../../session/sessions/index.js';
import type { InvitationRow, InvitationsRepo } from './invitations.repo.js';
import type { InvitationType } from './invitations.types.js';

const BY_ID = Symbol('invitations by id');

export function createInvitationQueries({ repo }: { repo: InvitationsRepo }) {
  async function loadByIds(ids: readonly string[]): Promise<(InvitationRow | null)[]> {
    const rows = new Map((await repo.listByIds(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  }
  return {
    lazy:
      (id: string): Lazy<InvitationType> =>
      async (_args, context) => {
        const row = await context.loader(BY_ID, loadByIds).load(id);
        if (!row) throw new Error(`invitation ${id} is gone`);
        return row;
      },
    async forStaff({ viewer }: Context, sessionId: string): Promise<InvitationType[]> {
      return isStaffView(viewer) ? repo.listBySession(sessionId) : [];
    },
  };
}
export type InvitationQueries = ReturnType<typeof createInvitationQueries>;
