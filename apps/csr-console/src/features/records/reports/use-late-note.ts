import { operations, useNotes, type NoteSource } from '@tandem/session-client';
import { client } from '../../../client';

/**
 * A note of a session that has ended, to go on with. What was typed when it ended and did not arrive any more is taken up
 * again, as in the session.
 */
export function useLateNote(sessionId: string, userId: string, isPrivate: boolean) {
  const source: NoteSource = {
    id: sessionId,
    client,
    me: { id: userId },
    connection: 'live',
    onEvent: () => () => undefined,
    async readNote(isOwn, have) {
      const { sessionReport } = await client.query(operations.ReportNoteStateDocument, { sessionId, have });
      const { note, privateNotes } = sessionReport;
      return (isOwn ? privateNotes.find((each) => each.isOwn) : note) ?? null;
    },
  };
  return useNotes(source, isPrivate);
}

/** The current notes. */
export async function readNotes(sessionId: string) {
  return (await client.query(operations.ReportNotesDocument, { sessionId })).sessionReport;
}
