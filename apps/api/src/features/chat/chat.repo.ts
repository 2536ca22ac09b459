import type { ChatAudience } from '@tandem/domain';
import type { Database, Tx } from '../../platform/db/index.js';

export interface ChatMessageRow {
  id: string;
  siteId: string;
  sessionId: string;
  senderId: string;
  clientId: string;
  audience: ChatAudience;
  recipientId: string | null;
  text: string;
  seq: number;
  sentAt: Date;
}

export function createChatRepo({ client }: Database) {
  const rows = (found: unknown) => found as ChatMessageRow[];
  return {
    async create(tx: Tx, row: ChatMessageRow): Promise<void> {
      await tx.chatMessage.create({ data: row });
    },
    async findSent(tx: Tx, senderId: string, clientId: string): Promise<ChatMessageRow | null> {
      return (await tx.chatMessage.findUnique({
        where: { senderId_clientId: { senderId, clientId } },
      })) as ChatMessageRow | null;
    },
    async listByIds(ids: readonly string[]): Promise<ChatMessageRow[]> {
      return rows(await client.chatMessage.findMany({ where: { id: { in: [...ids] } } }));
    },
    /** The newest messages, oldest first. */
    async listLast(sessionId: string, last: number): Promise<ChatMessageRow[]> {
      return rows(
        await client.chatMessage.findMany({ where: { sessionId }, orderBy: { seq: 'desc' }, take: last }),
      ).reverse();
    },
  };
}
export type ChatRepo = ReturnType<typeof createChatRepo>;
