import type { OutgoingKind } from '@tandem/domain';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { MailRepo, MailRow } from './outgoing.repo.js';

/** Composes a mail of its kind again. @throws Failure when it is obsolete, or the viewer may not */
export type WriteAgain = (context: Context, row: MailRow) => Promise<void>;

/** An administrator retries a failed mail: its texts were deleted, so its feature composes it again. */
export function createTryAgain({ repo, writers }: { repo: MailRepo; writers: ReadonlyMap<OutgoingKind, WriteAgain> }) {
  return async function tryAgain(context: Context, id: string): Promise<void> {
    const row = await repo.find(id);
    if (row?.siteId !== context.site.id) throw new Failure('NOT_FOUND');
    const write = writers.get(row.kind);
    const isOver = row.state === 'FAILED' || row.state === 'PERHAPS_DELIVERED' || row.state === 'NOT_SENT';
    if (!write || !isOver) throw new Failure('ALREADY_ANSWERED');
    await write(context, row);
  };
}
export type TryAgain = ReturnType<typeof createTryAgain>;
