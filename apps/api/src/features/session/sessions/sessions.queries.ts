import { parseSessionNumber } from '@tandem/domain';
import {
  decodeCursor,
  Failure,
  hasPermission,
  pageSize,
  toPage,
  type Context,
  type Viewer,
} from '../../../platform/graphql/index.js';
import type { SeatPort } from './seat.js';
import type { SessionListFilter, SessionRow, SessionsRepo } from './sessions.repo.js';
import type { SessionConnectionType, SessionFilter } from './sessions.types.js';

export interface ListArgs {
  filter?: SessionFilter | null;
  orderBy: string;
  first: number;
  after?: string | null;
}

/** Restricts a list to the viewer's own sessions, unless the viewer may see all. */
export function ownListOnly(viewer: Viewer): string | undefined {
  if (hasPermission(viewer, 'sessions.listAll')) return undefined;
  if (viewer.kind !== 'staff') throw new Failure('FORBIDDEN');
  return viewer.userId;
}

export function createSessionQueries({ repo, seats }: { repo: SessionsRepo; seats: () => SeatPort }) {
  /** @returns null when nothing can match */
  async function toRowFilter({ viewer, site }: Context, filter: SessionFilter): Promise<SessionListFilter | null> {
    const { mine, csrId, search, number, ...rest } = filter;
    const own = mine && viewer.kind === 'staff' ? viewer.userId : ownListOnly(viewer);
    if (own && csrId && csrId !== own) return null;
    const userId = own ?? csrId;
    const searched = search ? parseSessionNumber(search) : null;
    const asked = number ? parseSessionNumber(number) : null;
    if (number && !asked) return null;
    return {
      ...rest,
      siteId: site.id,
      ...(userId && { of: { userId, waitingFor: await seats().waitsFor(userId) } }),
      ...(asked && { number: asked }),
      ...(search && {
        search: {
          ...(searched && { number: searched }),
          code: search,
          ids: searched ? [] : await seats().searchByName(site.id, search),
        },
      }),
    };
  }

  return {
    async list(context: Context, { filter, orderBy, first, after }: ListArgs): Promise<SessionConnectionType> {
      const size = pageSize(first);
      const where = await toRowFilter(context, filter ?? {});
      const direction = orderBy === 'STARTED_AT_ASC' ? 'asc' : 'desc';
      const rows = where ? await repo.list(where, direction, size + 1, after ? decodeCursor(after) : undefined) : [];
      const cursorOf = (row: SessionRow) => ({ at: row.startedAt, id: row.id });
      const page = toPage(rows, { size, after }, cursorOf, (row) => row);
      return { ...page, totalCount: () => (where ? repo.count(where) : 0) };
    },
  };
}
export type SessionQueries = ReturnType<typeof createSessionQueries>;
