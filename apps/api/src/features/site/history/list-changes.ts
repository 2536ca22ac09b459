import { decodeCursor, pageSize, toPage } from '../../../platform/graphql/index.js';
import type { Users } from '../users/index.js';
import type { Change, HistoryRepo } from './history.repo.js';
import type { Kind } from './kind.js';

interface Deps<State> {
  repo: HistoryRepo;
  users: Users;
  kind: Kind<State>;
}
export interface ChangesWish {
  /** Null: of all things of the kind. */
  subject: string | null;
  first: number;
  after: string | null;
}
export interface ShownChange<State> extends Change<State> {
  changedByName: string | null;
  /** It is in effect, and the viewer may undo it. */
  isUndoable: boolean;
}

/** The changes of a site, newest first. `now` returns the current state of a subject. */
export function createListChanges<State>({ repo, users, kind }: Deps<State>) {
  return async function listChanges<Node>(
    siteId: string,
    { subject, first, after }: ChangesWish,
    now: (subject: string) => State,
    toNode: (change: ShownChange<State>) => Node,
    mayUndo: (change: Change<State>) => boolean = () => true,
  ) {
    const size = pageSize(first);
    const where = { siteId, kind: kind.name, ...(subject !== null && { subject }) };
    const rows = await repo.list<State>(where, { take: size + 1, after: after ? decodeCursor(after) : undefined });
    const people = await users.listByIds([...new Set(rows.map(({ changedById }) => changedById))]);
    const nameOf = new Map(people.map(({ id, name }) => [id, name]));
    const show = (change: Change<State>): Node =>
      toNode({
        ...change,
        changedByName: nameOf.get(change.changedById) ?? null,
        isUndoable: kind.isSame(change.to, now(change.subject)) && mayUndo(change),
      });
    return toPage(rows, { size, after }, ({ changedAt, id }) => ({ at: changedAt, id }), show);
  };
}
