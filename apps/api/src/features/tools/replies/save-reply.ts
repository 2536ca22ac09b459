import { LIMITS, REPLY_SHORT, toReplyShort, unknownVariables } from '@tandem/domain';
import { newId } from '../../../platform/crypto/index.js';
import { assertBasedOn, Failure, staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import { contentOf, mayChange, SITE } from './replies.policy.js';
import type { CannedReplyRow, RepliesRepo } from './replies.repo.js';
import type { SaveCannedReplyInput } from './replies.types.js';

type Deps = Uses<'db' | 'clock'> & { repo: RepliesRepo };

/** Creates or changes a canned reply. */
export function createSaveReply({ db, clock, repo }: Deps) {
  function assertSound({ short, text }: { short: string; text: string }): void {
    if (!REPLY_SHORT.test(short)) throw new Failure('BAD_INPUT', {}, [{ path: 'short', rule: 'INVALID' }]);
    const [name] = unknownVariables(text);
    if (name !== undefined) throw new Failure('REPLY_VARIABLE_UNKNOWN', { name });
  }

  async function assertRoom(tx: Tx, row: CannedReplyRow, isNew: boolean): Promise<void> {
    const named = await repo.findNamed(tx, row);
    if (named && named.id !== row.id) throw new Failure('REPLY_SHORT_TAKEN', { short: row.short });
    if (isNew && (await repo.count(tx, row.siteId, row.ownerId)) >= LIMITS.repliesPerOwner)
      throw new Failure('REPLY_LIMIT', { limit: LIMITS.repliesPerOwner });
  }

  return async (context: Context, input: SaveCannedReplyInput): Promise<CannedReplyRow> => {
    const staff = staffOf(context);
    const { id, isForSite, locale } = input;
    const text = input.text.trim();
    const short = toReplyShort(input.short);
    assertSound({ short, text });
    return db.transaction(async (tx) => {
      const siteId = context.site.id;
      const ownerId = isForSite ? SITE : staff.userId;
      await repo.lockNames(tx, siteId, ownerId);
      const before = id ? await repo.find(tx, siteId, id) : null;
      if (id && (!before || before.ownerId !== ownerId)) throw new Failure('NOT_FOUND');
      if (!mayChange({ ownerId }, staff)) throw new Failure('FORBIDDEN');
      if (before) assertBasedOn(input.basedOn, contentOf(before));
      const row: CannedReplyRow = {
        id: before?.id ?? newId(),
        siteId,
        ownerId,
        locale,
        short,
        text,
        useCount: before?.useCount ?? 0,
        changedById: staff.userId,
        changedAt: clock.now(),
      };
      await assertRoom(tx, row, !before);
      await repo.put(tx, row);
      return row;
    });
  };
}
export type SaveReply = ReturnType<typeof createSaveReply>;
