import type { Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import { mergeInto, openNote, stateOf, textOf, type NoteState } from './note-document.js';
import { authorsOf, type NoteWriter, type Writer } from './note-writer.js';
import { SHARED } from './notes.policy.js';
import type { NoteRow, NotesRepo } from './notes.repo.js';
import type { SaveNoteInput } from './notes.types.js';

interface Deps extends Uses<'clock' | 'events'> {
  repo: NotesRepo;
  writer: NoteWriter;
  sessions: Sessions;
}

/** Merges an edit into a note; concurrent edits are kept. */
export function createSaveNote({ events, clock, repo, writer, sessions }: Deps) {
  /** The log of a session ends with it: later edits only change the note. */
  async function tell(tx: Tx, { session, seat }: Writer, { ownerId, revision }: NoteRow): Promise<void> {
    if (!seat) return;
    const { participantId } = seat;
    const by = { session, seat };
    if (ownerId === SHARED) await sessions.log(tx, by, 'notes.saved', { revision });
    else await sessions.log(tx, by, 'notes.privateSaved', { revision, participantId });
  }

  function written(
    { session, participantId, seat, ownerId, current }: Writer,
    body: string,
    state: NoteState,
  ): NoteRow {
    return {
      siteId: session.siteId,
      sessionId: session.id,
      ownerId,
      body,
      state,
      revision: (current?.revision ?? 0) + 1,
      changedById: participantId,
      changedAt: clock.now(),
      authorIds: [...new Set([...authorsOf(current), participantId])],
      bodyAtEnd: seat ? null : (current?.bodyAtEnd ?? current?.body ?? ''),
    };
  }

  return ({ viewer }: Context, { sessionId, isPrivate, update }: SaveNoteInput): Promise<NoteRow> =>
    events.transaction(async (tx) => {
      const by = await writer.find(tx, viewer, sessionId, isPrivate);
      const { current } = by;
      const doc = openNote(current?.state ?? null, current?.body ?? '');
      const before = stateOf(doc);
      mergeInto(doc, update);
      const state = stateOf(doc);
      if (current?.state && Buffer.compare(before, state) === 0) return current; // sent twice
      const row = written(by, textOf(doc), state);
      await repo.put(tx, row);
      await tell(tx, by, row);
      return row;
    });
}
export type SaveNote = ReturnType<typeof createSaveNote>;
