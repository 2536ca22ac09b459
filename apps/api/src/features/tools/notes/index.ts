import './notes.events.js';
import type { Platform } from '../../../platform/index.js';
import type { Participants } from '../../session/participants/index.js';
import { isColleague, type Sessions } from '../../session/sessions/index.js';
import { createNoteWriter } from './note-writer.js';
import { createNotesQueries } from './notes.queries.js';
import { createNotesRepo } from './notes.repo.js';
import { NoteResolver, NotesResolver } from './notes.resolver.js';
import { NoteSaved, PrivateNoteSaved } from './notes.types.js';
import { createSaveNote } from './save-note.js';

export { NoteType } from './notes.types.js';
export type Notes = ReturnType<typeof createNotes>;

/** Notes of the CSRs about a session, shared and private; never shown to customers. */
export function createNotes(
  platform: Platform,
  { sessions, participants }: { sessions: Sessions; participants: Participants },
) {
  const repo = createNotesRepo(platform.db);
  const writer = createNoteWriter({ repo, sessions, participants });
  const queries = createNotesQueries({ repo, participants });
  sessions.views.add({
    type: 'notes.saved',
    Class: NoteSaved,
    fields: ({ revision }) => ({ revision }),
    isVisible: (_payload, seat) => seat === null || isColleague(seat),
  });
  sessions.views.add({
    type: 'notes.privateSaved',
    Class: PrivateNoteSaved,
    fields: ({ revision }) => ({ revision }),
    isVisible: ({ participantId }, seat) => isColleague(seat) && seat?.participantId === participantId,
  });
  return {
    resolvers: [
      new NotesResolver(createSaveNote({ ...platform, repo, writer, sessions }), queries),
      new NoteResolver(),
    ],
    queries,
    /** The notes that a viewer may still edit after the end. */
    mayAfterwards: writer.mayAfterwards,
  };
}
