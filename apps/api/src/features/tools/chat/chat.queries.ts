import { LIMITS } from '@tandem/domain';
import { Failure, hasPermission, type Context, type Lazy } from '../../../platform/graphql/index.js';
import type { ParticipantRow, Participants } from '../../session/participants/index.js';
import { isSelf } from '../../session/sessions/index.js';
import type { ChatEditionRow, ChatMessageRow, ChatOpeningRow, ChatReadingRow, ChatRepo } from './chat.repo.js';
import { redact } from './redact.js';
import { changeableUntil, isMeantFor, readerOf } from './chat.policy.js';
import type { ChatLinkType, ChatMessageType, ConversationMailType } from './chat.types.js';

const BY_ID = Symbol('chat messages by id');
const EDITIONS = Symbol('editions by message');
const READINGS = Symbol('readings by session');
const OPENINGS = Symbol('openings by message');
const MOST = 1000;

/** This many before a sequence number; without one, the newest. */
interface LastAsked {
  last: number;
  before?: number | null;
  /** For the record of a session, which is read completely. */
  isRecord?: boolean;
}

export function createChatQueries({ repo, participants }: { repo: ChatRepo; participants: Participants }) {
  const { lazy, seatOf } = participants.queries;

  const grouped =
    <R extends { messageId: string }>(list: (ids: readonly string[]) => Promise<R[]>) =>
    async (ids: readonly string[]): Promise<R[][]> => {
      const rows = Map.groupBy(await list(ids), ({ messageId }) => messageId);
      return ids.map((id) => rows.get(id) ?? []);
    };
  const loadEditions = grouped<ChatEditionRow>(repo.listEditions);
  const loadOpenings = grouped<ChatOpeningRow>(repo.listOpenings);

  async function loadReadings(ids: readonly string[]): Promise<ChatReadingRow[][]> {
    const rows = Map.groupBy(await repo.listReadings(ids), ({ sessionId }) => sessionId);
    return ids.map((id) => rows.get(id) ?? []);
  }
  const readingsOf = (context: Context, sessionId: string): Promise<ChatReadingRow[]> =>
    context.loader(READINGS, loadReadings).load(sessionId);

  /** Only the sender learns who has read it. */
  async function readersOf(context: Context, row: ChatMessageRow): Promise<ParticipantRow[]> {
    const seat = await seatOf(context, row.sessionId);
    if (!seat || !isSelf(seat, row.senderId)) return [];
    const [readings, people] = await Promise.all([
      readingsOf(context, row.sessionId),
      participants.queries.bySession(context, row.sessionId),
    ]);
    const hasRead = new Set(readings.filter(({ upTo }) => upTo >= row.seq).map(({ participantId }) => participantId));
    return people.filter((person) => hasRead.has(person.id) && isMeantFor(row, person));
  }

  const toLink = (id: string, url: string): ChatLinkType => ({
    url,
    host: new URL(url).host,
    openings: async (_args, context) =>
      (await context.loader(OPENINGS, loadOpenings).load(id)).map(({ participantId, openedAt }) => ({
        participant: lazy(participantId),
        openedAt,
      })),
  });

  /** Participants read the original text; readers of the session's record a redacted one. */
  async function shownTo(context: Context, { sessionId, text }: ChatMessageRow): Promise<string> {
    return (await seatOf(context, sessionId)) ? text : redact(text);
  }

  const toType = (row: ChatMessageRow): ChatMessageType => ({
    ...row,
    text: (_args, context) => shownTo(context, row),
    sender: lazy(row.senderId),
    recipient: row.recipientId ? lazy(row.recipientId) : null,
    link: row.url && !row.deletedAt ? toLink(row.id, row.url) : null,
    isDeleted: row.deletedAt !== null,
    changeableUntil: async (_args, context) => changeableUntil(row, await seatOf(context, row.sessionId)),
    readBy: (_args, context) => readersOf(context, row),
    earlier: async (_args, context) => {
      if (!hasPermission(context.viewer, 'chat.readEarlier')) return null;
      const editions = await context.loader(EDITIONS, loadEditions).load(row.id);
      return editions.map(({ text, replacedAt }) => ({ text: redact(text), replacedAt }));
    },
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
    /** The last message that the viewer has read. */
    async readUpTo(context: Context, sessionId: string): Promise<number> {
      const seat = await seatOf(context, sessionId);
      const readings = seat ? await readingsOf(context, sessionId) : [];
      const own = readings.filter(({ participantId }) => seat && isSelf(seat, participantId));
      return Math.max(0, ...own.map(({ upTo }) => upTo));
    },
    async mailsOf(sessionId: string): Promise<ConversationMailType[]> {
      return (await repo.listMails(sessionId)).map(({ participantId, mailedAt }) => ({
        participant: lazy(participantId),
        mailedAt,
      }));
    },
    /** The last messages that the viewer may read, oldest first. */
    async listForViewer(
      context: Context,
      sessionId: string,
      { last, before, isRecord }: LastAsked,
    ): Promise<ChatMessageType[]> {
      const seat = await seatOf(context, sessionId);
      const limit = seat && !isRecord ? LIMITS.messagesPerPage : MOST;
      if (last < 1 || last > limit) throw new Failure('BAD_INPUT', {}, [{ path: 'last', rule: 'INVALID', limit }]);
      return (await repo.listLast(sessionId, readerOf(seat), last, { before })).map(toType);
    },
  };
}
export type ChatQueries = ReturnType<typeof createChatQueries>;
