import { Failure, staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { ConcernRow, ConcernsRepo } from './concerns.repo.js';

/** An administrator has settled it. Only the first one is recorded. */
export function createHandleConcern({ clock, repo }: Uses<'clock'> & { repo: ConcernsRepo }) {
  return async function handleConcern(context: Context, id: string): Promise<ConcernRow> {
    const row = await repo.find(id);
    if (!row || row.siteId !== context.site.id) throw new Failure('NOT_FOUND');
    await repo.handle(id, staffOf(context).userId, clock.now());
    return (await repo.find(id))!;
  };
}
export type HandleConcern = ReturnType<typeof createHandleConcern>;
