import type { Context } from '../../../platform/graphql/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { SessionRow } from '../../session/sessions/index.js';
import type { Reader } from './chat.policy.js';
import type { ChatMessageRow, ChatOpeningRow, ChatRepo } from './chat.repo.js';
import { redact } from './redact.js';
import type { Transcript, TranscriptMessage } from './transcript-texts.js';

const MOST = 10_000;

export interface Readable {
  session: SessionRow;
  reader: Reader;
  /** Nothing that was written later. */
  upTo: Date | null;
}

/** The messages that a reader may read, redacted. */
export function createGatherTranscript({ repo, participants }: { repo: ChatRepo; participants: Participants }) {
  async function toMessages(context: Context, rows: ChatMessageRow[]): Promise<TranscriptMessage[]> {
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

  return async (context: Context, { session, reader, upTo }: Readable): Promise<Transcript> => {
    const rows = await repo.listLast(session.id, reader, MOST + 1, { upTo });
    const { number, startedAt, endedAt, endReason } = session;
    const messages = await toMessages(context, rows.slice(-MOST));
    const cutTo = rows.length > MOST ? MOST : null;
    return { site: context.site.name, number, startedAt, endedAt, endReason, cutTo, messages };
  };
}
export type GatherTranscript = ReturnType<typeof createGatherTranscript>;
