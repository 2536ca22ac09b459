import { Prisma, table, type Database, type Tx } from '../../../platform/db/index.js';
import type { Reader } from './chat.policy.js';

export type ChatMessageRow = Prisma.ChatMessageModel;
export type ChatEditionRow = Prisma.ChatEditionModel;
export type ChatOpeningRow = Prisma.ChatOpeningModel;

export type ChatReadingRow = Prisma.ChatReadingModel;
/** Records that the conversation was mailed, and when; the recipient is not stored. */
export type ConversationMailRow = Prisma.ConversationMailModel;

const messages = table<ChatMessageRow>('chat_message', Prisma.ChatMessageScalarFieldEnum);
const BY_ID = messages.select('WHERE id = $1');
const BY_IDS = messages.select('WHERE id = ANY ($1)');
const SENT = messages.select('WHERE sender_id = $1 AND client_id = $2');
/** `mayReadMessage` as SQL, for whole lists: messages that a reader may not read must not be counted either. */
const LAST = messages.select(`
  WHERE session_id = $1 AND seq >= $2 AND seq < $3 AND sent_at <= $4
    AND ($5 OR audience = 'EVERYONE' OR (audience = 'CSRS' AND $6) OR sender_id = ANY ($7) OR recipient_id = ANY ($7))
  ORDER BY seq DESC LIMIT $8`);
/** Greater than any sequence number. */
const NO_END = { seq: 2 ** 31 - 1, sentAt: 'infinity' };
const ALL = { seatIds: [], readsCsrs: true, from: 0 };
const OPENINGS = table<ChatOpeningRow>('chat_opening', Prisma.ChatOpeningScalarFieldEnum).select(
  'WHERE message_id = ANY ($1) ORDER BY opened_at',
);
const READINGS = table<ChatReadingRow>('chat_reading', Prisma.ChatReadingScalarFieldEnum).select(
  'WHERE session_id = ANY ($1)',
);

export function createChatRepo({ client, sql }: Database) {
  return {
    async create(tx: Tx, row: ChatMessageRow): Promise<void> {
      await tx.sql(messages.insert, messages.values(row));
    },
    async find(id: string, tx?: Tx): Promise<ChatMessageRow | null> {
      return (await (tx?.sql ?? sql)(BY_ID, [id]))[0] ?? null;
    },
    async findSent(tx: Tx, senderId: string, clientId: string): Promise<ChatMessageRow | null> {
      return (await tx.sql(SENT, [senderId, clientId]))[0] ?? null;
    },
    listByIds: (ids: readonly string[]): Promise<ChatMessageRow[]> => sql(BY_IDS, [ids]),
    /** The newest messages that a reader may read, oldest first. */
    async listLast(
      sessionId: string,
      reader: Reader,
      last: number,
      { upTo, before }: { upTo?: Date | null; before?: number | null | undefined } = {},
    ): Promise<ChatMessageRow[]> {
      if (reader === 'NOTHING') return [];
      const { seatIds, readsCsrs, from } = reader === 'ALL' ? ALL : reader;
      const between = [from, before ?? NO_END.seq, upTo ?? NO_END.sentAt];
      const values = [sessionId, ...between, reader === 'ALL', readsCsrs, seatIds, last];
      return (await sql(LAST, values)).reverse();
    },
    /** Changes the text of a message, and keeps the earlier version. */
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
    listOpenings: (messageIds: readonly string[]): Promise<ChatOpeningRow[]> => sql(OPENINGS, [messageIds]),
    /** The read position only increases. */
    async markRead(tx: Tx, row: ChatReadingRow): Promise<void> {
      const { participantId, upTo } = row;
      const known = await tx.chatReading.findUnique({ where: { participantId } });
      if (known && known.upTo >= upTo) return;
      await tx.chatReading.upsert({ where: { participantId }, create: row, update: row });
    },
    listReadings: (sessionIds: readonly string[]): Promise<ChatReadingRow[]> => sql(READINGS, [sessionIds]),
    async createMail(tx: Tx, row: ConversationMailRow): Promise<void> {
      await tx.conversationMail.create({ data: row });
    },
    listMails: (sessionId: string): Promise<ConversationMailRow[]> =>
      client.conversationMail.findMany({ where: { sessionId }, orderBy: { mailedAt: 'asc' } }),
  };
}
export type ChatRepo = ReturnType<typeof createChatRepo>;
