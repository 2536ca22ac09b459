import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Platform, Tx } from '../../platform/index.js';
import { actorOf, sessionStream, type Attendance, type Sessions } from '../sessions/index.js';
import { mergeInto, openNote, stateOf, textOf } from './note-document.js';
import { SHARED } from './notes.policy.js';
import type { NoteRow, NotesRepo } from './notes.repo.js';
import type { SaveNoteInput } from './notes.types.js';

interface Deps extends Platform {
  repo: NotesRepo;
  sessions: Sessions;
}

/** Merges what a CSR wrote into a note; whoever writes at the same time loses nothing. */
export function createSaveNote({ events, clock, repo, sessions }: Deps) {
  async function tell(tx: Tx, { session, seat }: Attendance, { ownerId, revision }: NoteRow): Promise<void> {
    const { participantId } = seat;
    const draft = { stream: sessionStream(session.id), siteId: session.siteId, actor: actorOf(seat) };
    if (ownerId === SHARED) await events.append(tx, { ...draft, type: 'notes.saved', payload: { revision } });
    else await events.append(tx, { ...draft, type: 'notes.privateSaved', payload: { revision, participantId } });
  }

  return ({ viewer }: Context, { sessionId, isPrivate, update }: SaveNoteInput): Promise<NoteRow> =>
    events.transaction(async (tx) => {
      const by = await sessions.access.toAct(tx, viewer, sessionId, 'saveNote');
      if (isPrivate && viewer.kind !== 'staff') throw new Failure('FORBIDDEN'); // a private note belongs to an account
      const ownerId = isPrivate && viewer.kind === 'staff' ? viewer.userId : SHARED;
      const current = await repo.find(sessionId, ownerId, tx);
      const doc = openNote(current?.state ?? null, current?.body ?? '');
      const before = stateOf(doc);
      mergeInto(doc, update);
      const state = stateOf(doc);
      if (current?.state && Buffer.compare(before, state) === 0) return current; // sent once more
      const row: NoteRow = {
        siteId: by.session.siteId,
        sessionId,
        ownerId,
        body: textOf(doc),
        state,
        revision: (current?.revision ?? 0) + 1,
        changedById: by.seat.participantId,
        changedAt: clock.now(),
      };
      await repo.put(tx, row);
      await tell(tx, by, row);
      return row;
    });
}
export type SaveNote = ReturnType<typeof createSaveNote>;
