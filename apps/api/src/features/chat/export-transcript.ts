import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Participants } from '../participants/index.js';
import type { Sessions } from '../sessions/index.js';
import type { ChatTranscriptInput } from './chat.inputs.js';
import { readerOf } from './chat.policy.js';
import type { ChatMessageRow, ChatOpeningRow, ChatRepo } from './chat.repo.js';
import type { ChatTranscriptType } from './chat.types.js';
import { redact } from './redact.js';
import type { TranscriptMessage } from './transcript-texts.js';
import { toJson, toPlainText } from './write-transcript.js';

interface Deps {
  repo: ChatRepo;
  sessions: Sessions;
  participants: Participants;
}
const MOST = 10_000;

/** The conversation as a file, as far as the viewer may read it: customers get their own view, staff the record. */
export function createExportTranscript({ repo, sessions, participants }: Deps) {
  function assertTimeZone(timeZone: string): void {
    try {
      new Intl.DateTimeFormat('en', { timeZone });
    } catch {
      throw new Failure('BAD_INPUT', {}, [{ path: 'timeZone', rule: 'INVALID' }]);
    }
  }

  async function listMessages(context: Context, rows: ChatMessageRow[]): Promise<TranscriptMessage[]> {
    const openings = Map.groupBy(await repo.listOpenings(rows.map(({ id }) => id)), ({ messageId }) => messageId);
    const person = async (id: string) => (await participants.queries.byId(context, id))!;
    const toOpening = async ({ participantId, openedAt }: ChatOpeningRow) => ({
      name: (await person(participantId)).name,
      openedAt,
    });
    return Promise.all(
      rows.map(async ({ id, senderId, recipientId, ...row }) => {
        const { name, role } = await person(senderId);
        return {
          sentAt: row.sentAt,
          from: { name, role },
          audience: row.audience,
          to: recipientId ? (await person(recipientId)).name : null,
          text: redact(row.text),
          isLink: row.url !== null,
          editedAt: row.editedAt,
          isDeleted: row.deletedAt !== null,
          openings: await Promise.all((openings.get(id) ?? []).map(toOpening)),
        };
      }),
    );
  }

  return async (context: Context, input: ChatTranscriptInput): Promise<ChatTranscriptType> => {
    const { sessionId, format, locale, timeZone } = input;
    assertTimeZone(timeZone);
    const { session, seat } = await sessions.access.toRead(context.viewer, context.site.id, sessionId);
    const rows = await repo.listLast(sessionId, readerOf(seat), MOST + 1);
    const { number, startedAt, endedAt, endReason } = session;
    const messages = await listMessages(context, rows.slice(-MOST));
    const cutTo = rows.length > MOST ? MOST : null;
    const transcript = { site: context.site.name, number, startedAt, endedAt, endReason, cutTo, messages };
    return format === 'JSON'
      ? { fileName: `chat-${number}.json`, mediaType: 'application/json', body: toJson(transcript) }
      : {
          fileName: `chat-${number}.txt`,
          mediaType: 'text/plain;charset=utf-8',
          body: toPlainText(transcript, locale, timeZone),
        };
  };
}
export type ExportTranscript = ReturnType<typeof createExportTranscript>;
