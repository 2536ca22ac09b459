import { Failure, type Context, type Lazy } from '../../platform/graphql/index.js';
import type { Participants } from '../participants/index.js';
import type { ChatMessageRow, ChatRepo } from './chat.repo.js';
import { mayReadMessage } from './chat.policy.js';
import type { ChatMessageType } from './chat.types.js';

const BY_ID = Symbol('chat messages by id');
const MOST = 1000;

export function createChatQueries({ repo, participants }: { repo: ChatRepo; participants: Participants }) {
  const { lazy, seatOf } = participants.queries;
  const toType = (row: ChatMessageRow): ChatMessageType => ({
    ...row,
    sender: lazy(row.senderId),
    recipient: row.recipientId ? lazy(row.recipientId) : null,
  });

  async function loadByIds(ids: readonly string[]): Promise<(ChatMessageRow | null)[]> {
    const rows = new Map((await repo.listByIds(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  }

  return {
    toType,
    lazy:
      (id: string): Lazy<ChatMessageType> =>
      async (_args, context) => {
        const row = await context.loader(BY_ID, loadByIds).load(id);
        if (!row) throw new Error(`message ${id} is gone`);
        return toType(row);
      },
    /** The last messages that the viewer may read, oldest first. */
    async listForViewer(context: Context, sessionId: string, last: number): Promise<ChatMessageType[]> {
      if (last < 1 || last > MOST) throw new Failure('BAD_INPUT', {}, [{ path: 'last', rule: 'INVALID', limit: MOST }]);
      const [seat, rows] = await Promise.all([seatOf(context, sessionId), repo.listLast(sessionId, last)]);
      return rows.filter((row) => mayReadMessage(row, seat)).map(toType);
    },
  };
}
export type ChatQueries = ReturnType<typeof createChatQueries>;
