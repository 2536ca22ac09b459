import { Failure } from '../../../platform/graphql/index.js';
import type { Tx } from '../../../platform/index.js';
import type { HistoryRepo } from './history.repo.js';
import type { Kind } from './kind.js';

/** How the owner of a thing reads its state and restores one. Restoring is a change like any other. */
export interface Restoring<State> {
  now(subject: string): Promise<State>;
  restore(subject: string, before: State): Promise<void>;
}

/** Reverts a change that is still in effect. */
export function createUndoChange<State>({ repo, kind }: { repo: HistoryRepo; kind: Kind<State> }) {
  /** @returns the subject of the change @throws NOT_FOUND, or that it was changed meanwhile */
  return async function undoChange(
    tx: Tx,
    siteId: string,
    id: string,
    { now, restore }: Restoring<State>,
  ): Promise<string> {
    const change = await repo.find<State>(tx, { siteId, kind: kind.name }, id);
    if (!change) throw new Failure('NOT_FOUND');
    const { subject, from, to } = change;
    if (!kind.isSame(to, await now(subject))) throw new Failure(kind.changedMeanwhile ?? 'SETTING_CHANGED_MEANWHILE');
    await restore(subject, from);
    return subject;
  };
}
