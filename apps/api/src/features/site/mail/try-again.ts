import type { OutgoingKind } from '@tandem/domain';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { MailRepo, MailRow } from './outgoing.repo.js';

/** Writes a mail of its kind once more. @throws Failure where nothing is left to say, or the viewer may not */
export type WriteAgain = (context: Context, row: MailRow) => Promise<void>;

/** An administrator tries a mail again that was given up: its texts are gone, whoever wrote it writes it anew. */
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
