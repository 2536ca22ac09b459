import { Failure, hasPermission, type Viewer } from '../../../platform/graphql/index.js';
import type { Tx } from '../../../platform/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { Seat, SessionRow, Sessions } from '../../session/sessions/index.js';
import { mayWriteAfterwards, SHARED } from './notes.policy.js';
import type { NoteRow, NotesRepo } from './notes.repo.js';

interface Deps {
  repo: NotesRepo;
  sessions: Sessions;
  participants: Participants;
}
/** The writer, and the note. */
export interface Writer {
  session: SessionRow;
  participantId: string;
  /** Null once the session has ended. */
  seat: Seat | null;
  ownerId: string;
  current: NoteRow | null;
}

/** Old notes only recorded their last writer. */
export const authorsOf = (note: NoteRow | null): string[] =>
  note && note.authorIds.length === 0 ? [note.changedById] : (note?.authorIds ?? []);

/** Resolves the writer: a participant, or after the end the last primary CSR and earlier writers. */
export function createNoteWriter({ repo, sessions, participants }: Deps) {
  /** Seats that an account had in a session, the last one last; without those it was removed from. */
  async function seatIdsOf(userId: string, sessionId: string, tx?: Tx): Promise<string[]> {
    const people = await participants.listBySessions([sessionId], tx);
    return people.filter((row) => row.userId === userId && row.seatedAt && row.state !== 'REMOVED').map(({ id }) => id);
  }

  return {
    /**
     * @throws NOT_FOUND, SESSION_ENDED for a viewer who may not write any more, and the failures of an act in the
     * session
     */
    async find(tx: Tx, viewer: Viewer, sessionId: string, isPrivate: boolean): Promise<Writer> {
      const session = await sessions.lock(tx, sessionId);
      const isOver = session?.state === 'ENDED' && viewer.kind === 'staff';
      const by = isOver ? null : await sessions.access.toAct(tx, viewer, sessionId, 'saveNote');
      if (isPrivate && viewer.kind !== 'staff') throw new Failure('FORBIDDEN'); // a private note belongs to an account
      const userId = viewer.kind === 'staff' ? viewer.userId : '';
      const ownerId = isPrivate ? userId : SHARED;
      const current = await repo.find(sessionId, ownerId, tx);
      if (by) return { ...by, participantId: by.seat.participantId, ownerId, current };
      const seatIds = await seatIdsOf(userId, sessionId, tx);
      if (!session || seatIds.length === 0) throw new Failure('NOT_FOUND');
      const { ledById } = session;
      if (!mayWriteAfterwards(isPrivate, { ledById, userId, seatIds, authorIds: authorsOf(current) }))
        throw new Failure('SESSION_ENDED');
      return { session, participantId: seatIds.at(-1)!, seat: null, ownerId, current };
    },
    /** Which notes the viewer may still edit after the end. */
    async mayAfterwards(viewer: Viewer, sessionId: string): Promise<{ shared: boolean; own: boolean }> {
      const session = viewer.kind === 'staff' ? await sessions.find(sessionId) : null;
      const isAble = viewer.kind === 'staff' && hasPermission(viewer, 'sessions.take');
      if (session?.state !== 'ENDED' || !isAble) return { shared: false, own: false };
      const { userId } = viewer;
      const seatIds = await seatIdsOf(userId, sessionId);
      const authorIds = authorsOf(await repo.find(sessionId, SHARED));
      const facts = { ledById: session.ledById, userId, seatIds, authorIds };
      return { shared: mayWriteAfterwards(false, facts), own: mayWriteAfterwards(true, facts) };
    },
  };
}
export type NoteWriter = ReturnType<typeof createNoteWriter>;
