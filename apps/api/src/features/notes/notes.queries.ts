import type { Context } from '../../platform/graphql/index.js';
import type { Participants } from '../participants/index.js';
import { isStaffView } from '../sessions/index.js';
import type { NoteRow, NotesRepo } from './notes.repo.js';
import type { NoteType } from './notes.types.js';

export function createNotesQueries({ repo, participants }: { repo: NotesRepo; participants: Participants }) {
  async function toType(context: Context, row: NoteRow): Promise<NoteType> {
    return { ...row, changedBy: (await participants.queries.byId(context, row.changedById))?.name ?? '' };
  }
  return {
    toType,
    async forStaff(context: Context, sessionId: string): Promise<NoteType | null> {
      const row = isStaffView(context.viewer) ? await repo.find(sessionId) : null;
      return row && toType(context, row);
    },
  };
}
export type NotesQueries = ReturnType<typeof createNotesQueries>;
