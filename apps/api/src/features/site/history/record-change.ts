import type { Clock } from '../../../platform/clock/index.js';
import { newId } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/index.js';
import type { Change, HistoryRepo } from './history.repo.js';
import type { Kind } from './kind.js';

interface Deps<State> {
  repo: HistoryRepo;
  clock: Clock;
  kind: Kind<State>;
}

/** Unchanged values are not recorded. */
export function createRecordChange<State extends object | null>({ repo, clock, kind }: Deps<State>) {
  return async function recordChange(
    tx: Tx,
    siteId: string,
    { subject, from, to, changedById }: Omit<Change<State>, 'id' | 'changedAt'>,
  ): Promise<void> {
    if (kind.isSame(from, to)) return;
    const thing = { siteId, kind: kind.name, subject };
    await repo.create(tx, { id: newId(), ...thing, from, to, changedById, changedAt: clock.now() });
    if (kind.kept) await repo.trim(tx, thing, kind.kept);
  };
}
