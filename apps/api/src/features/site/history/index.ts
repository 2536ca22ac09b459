import { newId } from '../../../platform/crypto/index.js';
import { decodeCursor, Failure, pageSize, toPage } from '../../../platform/graphql/index.js';
import type { Platform, Tx } from '../../../platform/index.js';
import type { Users } from '../users/index.js';
import { changedParts, isSameContent, type Content } from './content.js';
import { createHistoryRepo, type Subject } from './history.repo.js';
import type { ContentChangeConnection } from './history.types.js';

export type { Content } from './content.js';
export { ContentChangeConnection } from './history.types.js';
export type History = ReturnType<typeof createHistory>;

/** Changes kept of one thing. */
const KEPT = 50;

/**
 * The history of texts and brandings: who changed what, from what to what, with undo. The features define what is
 * recorded.
 */
export function createHistory({ db, clock }: Platform, { users }: { users: Users }) {
  const repo = createHistoryRepo(db);

  async function add(
    tx: Tx,
    { siteId, subject }: Subject,
    change: { from: Content; to: Content; changedById: string },
  ): Promise<void> {
    if (isSameContent(change.from, change.to)) return;
    await repo.create(tx, { id: newId(), siteId, subject, ...change, changedAt: clock.now() });
    await repo.trim(tx, { siteId, subject }, KEPT);
  }

  return {
    /** Unchanged values are not recorded. */
    add,
    /** The state before a change that is still in effect. @throws NOT_FOUND, SETTING_CHANGED_MEANWHILE */
    async before(tx: Tx, { siteId, subject }: Subject, id: string, now: Content): Promise<Content> {
      const change = await repo.find(tx, id);
      if (change?.siteId !== siteId || change.subject !== subject) throw new Failure('NOT_FOUND');
      if (!isSameContent(change.to, now)) throw new Failure('SETTING_CHANGED_MEANWHILE');
      return change.from;
    },
    /** The thing that a change belongs to. @throws NOT_FOUND */
    async subjectOf(tx: Tx, siteId: string, id: string): Promise<string> {
      const change = await repo.find(tx, id);
      if (change?.siteId !== siteId) throw new Failure('NOT_FOUND');
      return change.subject;
    },
    /** Every state that can be restored. */
    async states(tx: Tx, subject: Subject): Promise<Content[]> {
      return (await repo.list(subject, KEPT, undefined, tx)).flatMap(({ from, to }) => [from, to]);
    },
    /** Newest first, with the current state. */
    async list(
      subject: Subject,
      now: Content,
      { first, after }: { first: number; after: string | null },
    ): Promise<ContentChangeConnection> {
      const size = pageSize(first);
      const rows = await repo.list(subject, size + 1, after ? decodeCursor(after) : undefined);
      const people = await users.listByIds([...new Set(rows.map(({ changedById }) => changedById))]);
      const nameOf = new Map(people.map(({ id, name }) => [id, name]));
      const cursorOf = ({ changedAt, id }: { changedAt: Date; id: string }) => ({ at: changedAt, id });
      return toPage(rows, { size, after }, cursorOf, ({ id, from, to, changedAt, changedById }) => ({
        id,
        parts: changedParts(from, to),
        changedAt,
        changedByName: nameOf.get(changedById) ?? null,
        isUndoable: isSameContent(to, now),
      }));
    },
  };
}
