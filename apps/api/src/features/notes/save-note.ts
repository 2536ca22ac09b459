import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import { actorOf, sessionStream, type Sessions } from '../sessions/index.js';
import type { NoteRow, NotesRepo } from './notes.repo.js';
import type { SaveNoteInput } from './notes.types.js';

/** Saves the CSRs' note. What was written on an old revision is refused with the newest, so that nothing is lost. */
export function createSaveNote({ events, clock, repo, sessions }: Platform & { repo: NotesRepo; sessions: Sessions }) {
  return ({ viewer }: Context, { sessionId, body, baseRevision }: SaveNoteInput): Promise<NoteRow> =>
    events.transaction(async (tx) => {
      const { session, seat } = await sessions.access.toAct(tx, viewer, sessionId, 'saveNote');
      const current = await repo.find(sessionId, tx);
      const revision = current?.revision ?? 0;
      if (current && current.body === body) return current;
      if (revision !== baseRevision)
        throw new Failure('NOTE_CHANGED_MEANWHILE', { body: current?.body ?? '', revision });
      const row: NoteRow = {
        sessionId,
        siteId: session.siteId,
        body,
        revision: revision + 1,
        changedById: seat.participantId,
        changedAt: clock.now(),
      };
      await repo.put(tx, row);
      const payload = { revision: row.revision };
      await events.append(tx, {
        stream: sessionStream(sessionId),
        siteId: session.siteId,
        type: 'notes.saved',
        actor: actorOf(seat),
        payload,
      });
      return row;
    });
}
export type SaveNote = ReturnType<typeof createSaveNote>;
