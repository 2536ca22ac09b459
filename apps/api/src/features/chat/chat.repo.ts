import type { ChatAudience } from '@tandem/domain';
import type { Database, Prisma, Tx } from '../../platform/db/index.js';
import type { Reader } from './chat.policy.js';

export interface ChatMessageRow {
  id: string;
  siteId: string;
  sessionId: string;
  senderId: string;
  clientId: string;
  audience: ChatAudience;
  recipientId: string | null;
  text: string;
  /** The address, for a message that is one. */
  url: string | null;
  seq: number;
  sentAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
}
export interface ChatEditionRow {
  messageId: string;
  number: number;
  siteId: string;
  text: string;
  replacedAt: Date;
}
export interface ChatOpeningRow {
  messageId: string;
  participantId: string;
  siteId: string;
  openedAt: Date;
}

export interface ChatReadingRow {
  participantId: string;
  sessionId: string;
  siteId: string;
  upTo: number;
  readAt: Date;
}
/** That somebody had the conversation mailed, and when; where to is not kept. */
export interface ConversationMailRow {
  id: string;
  siteId: string;
  sessionId: string;
  participantId: string;
  mailedAt: Date;
}

/** The same rule as `mayReadMessage`, for whole lists: what isn't meant for a reader must not count either. */
function meantFor(reader: Reader): Prisma.ChatMessageWhereInput {
  if (typeof reader === 'string') return {};
  const ids = { in: [...reader.seatIds] };
  const own = [{ senderId: ids }, { recipientId: ids }];
  return {
    ...(reader.from > 0 && { seq: { gte: reader.from } }),
    OR: [{ audience: 'EVERYONE' }, ...own, ...(reader.readsCsrs ? [{ audience: 'CSRS' }] : [])],
  };
}

export function createChatRepo({ client }: Database) {
  const rows = (found: unknown) => found as ChatMessageRow[];
  return {
    async create(tx: Tx, row: ChatMessageRow): Promise<void> {
      await tx.chatMessage.create({ data: row });
    },
    async find(id: string, tx?: Tx): Promise<ChatMessageRow | null> {
      return (await (tx ?? client).chatMessage.findUnique({ where: { id } })) as ChatMessageRow | null;
    },
    async findSent(tx: Tx, senderId: string, clientId: string): Promise<ChatMessageRow | null> {
      return (await tx.chatMessage.findUnique({
        where: { senderId_clientId: { senderId, clientId } },
      })) as ChatMessageRow | null;
    },
    async listByIds(ids: readonly string[]): Promise<ChatMessageRow[]> {
      return rows(await client.chatMessage.findMany({ where: { id: { in: [...ids] } } }));
    },
    /** The newest messages that a reader may read, oldest first. */
    async listLast(
      sessionId: string,
      reader: Reader,
      last: number,
      { upTo, before }: { upTo?: Date | null; before?: number | null | undefined } = {},
    ): Promise<ChatMessageRow[]> {
      if (reader === 'NOTHING') return [];
      const end = { ...(upTo && { sentAt: { lte: upTo } }), ...(before != null && { seq: { lt: before } }) };
      const where = { sessionId, ...meantFor(reader), ...end };
      return rows(await client.chatMessage.findMany({ where, orderBy: { seq: 'desc' }, take: last })).reverse();
    },
    /** Writes what a message says from now on, and keeps what it said. */
    async replaceText(tx: Tx, before: ChatMessageRow, change: Partial<ChatMessageRow>, at: Date): Promise<void> {
      const { id: messageId, siteId, text } = before;
      const number = (await tx.chatEdition.count({ where: { messageId } })) + 1;
      await tx.chatEdition.create({ data: { messageId, number, siteId, text, replacedAt: at } });
      await tx.chatMessage.update({ where: { id: messageId }, data: change });
    },
    listEditions: (messageIds: readonly string[]): Promise<ChatEditionRow[]> =>
      client.chatEdition.findMany({ where: { messageId: { in: [...messageIds] } }, orderBy: { number: 'asc' } }),
    /** @returns whether it is the first time */
    async open(tx: Tx, row: ChatOpeningRow): Promise<boolean> {
      return (await tx.chatOpening.createMany({ data: [row], skipDuplicates: true })).count === 1;
    },
    listOpenings: (messageIds: readonly string[]): Promise<ChatOpeningRow[]> =>
      client.chatOpening.findMany({ where: { messageId: { in: [...messageIds] } }, orderBy: { openedAt: 'asc' } }),
    /** Reading goes forwards only. */
    async markRead(tx: Tx, row: ChatReadingRow): Promise<void> {
      const { participantId, upTo } = row;
      const known = await tx.chatReading.findUnique({ where: { participantId } });
      if (known && known.upTo >= upTo) return;
      await tx.chatReading.upsert({ where: { participantId }, create: row, update: row });
    },
    listReadings: (sessionIds: readonly string[]): Promise<ChatReadingRow[]> =>
      client.chatReading.findMany({ where: { sessionId: { in: [...sessionIds] } } }),
    async createMail(tx: Tx, row: ConversationMailRow): Promise<void> {
      await tx.conversationMail.create({ data: row });
    },
    listMails: (sessionId: string): Promise<ConversationMailRow[]> =>
      client.conversationMail.findMany({ where: { sessionId }, orderBy: { mailedAt: 'asc' } }),
  };
}
export type ChatRepo = ReturnType<typeof createChatRepo>;
