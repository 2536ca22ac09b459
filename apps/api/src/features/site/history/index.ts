import { LIMITS } from '@tandem/domain';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Users } from '../users/index.js';
import { changedParts, isSameContent, type Content } from './content.js';
import { createHistoryRepo } from './history.repo.js';
import type { ContentChangeConnection } from './history.types.js';
import type { Kind } from './kind.js';
import { createListChanges, type ChangesWish } from './list-changes.js';
import { createRecordChange } from './record-change.js';
import { createUndoChange } from './undo-change.js';

export type { Content } from './content.js';
export type { ChangesWish, ShownChange } from './list-changes.js';
export { ContentChangeConnection } from './history.types.js';
export type History = ReturnType<typeof createHistory>;
export type HistoryOf<State extends object | null> = ReturnType<typeof createHistoryOf<State>>;
export type ContentHistory = ReturnType<History['ofContent']>;

function createHistoryOf<State extends object | null>(
  { db, clock }: Uses<'db' | 'clock'>,
  { users, kind }: { users: Users; kind: Kind<State> },
) {
  const deps = { repo: createHistoryRepo(db), clock, users, kind };
  return {
    add: createRecordChange(deps),
    undo: createUndoChange(deps),
    list: createListChanges(deps),
    /** Every state of a thing that can be restored. */
    async states(tx: Tx, siteId: string, subject: string): Promise<State[]> {
      const changes = await deps.repo.list<State>({ siteId, kind: kind.name, subject }, {}, tx);
      return changes.flatMap(({ from, to }) => [from, to]);
    },
  };
}

/**
 * The history of what a site can change: who changed what, from what to what, with undo. The features define what is
 * recorded, and how a state is restored.
 */
export function createHistory(platform: Uses<'db' | 'clock'>, { users }: { users: Users }) {
  const of = <State extends object | null>(kind: Kind<State>) => createHistoryOf(platform, { users, kind });
  return {
    of,
    /** Of texts, images and switches by name. */
    ofContent(name: string) {
      const history = of<Content>({ name, isSame: isSameContent, kept: LIMITS.contentChangesKept });
      return {
        ...history,
        list: (
          siteId: string,
          wish: ChangesWish & { subject: string },
          now: Content,
          mayUndo?: (change: { from: Content; to: Content }) => boolean,
        ): Promise<ContentChangeConnection> =>
          history.list(
            siteId,
            wish,
            () => now,
            (change) => ({ ...change, parts: changedParts(change.from, change.to) }),
            mayUndo,
          ),
      };
    },
  };
}
