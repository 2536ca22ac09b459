import type { Context } from '../../../platform/graphql/index.js';
import type { Participants } from '../../session/participants/index.js';
import { isStaffView } from '../../session/sessions/index.js';
import { privateNotesOf, SHARED } from './notes.policy.js';
import type { NoteRow, NotesRepo } from './notes.repo.js';
import type { NoteType } from './notes.types.js';

export function createNotesQueries({ repo, participants }: { repo: NotesRepo; participants: Participants }) {
  async function toType(context: Context, row: NoteRow): Promise<NoteType> {
    const { body, revision, changedAt, bodyAtEnd, ownerId } = row;
    const isOwn = context.viewer.kind === 'staff' && context.viewer.userId === ownerId;
    const changedBy = (await participants.queries.byId(context, row.changedById))?.name ?? '';
    return { row, body, revision, changedAt, changedBy, bodyAtEnd, isOwn };
  }
  return {
    toType,
    /** Texts of shared notes by session, for readers of the reports. */
    async sharedTexts(sessionIds: readonly string[]): Promise<Map<string, string>> {
      return new Map((await repo.listShared(sessionIds)).map(({ sessionId, body }) => [sessionId, body]));
    },
    /** The shared note: for staff and integrators, never for a customer. */
    async shared(context: Context, sessionId: string): Promise<NoteType | null> {
      const row = isStaffView(context.viewer) ? await repo.find(sessionId, SHARED) : null;
      return row && toType(context, row);
    },
    /** The viewer's own. */
    async own(context: Context, sessionId: string): Promise<NoteType | null> {
      const row = context.viewer.kind === 'staff' ? await repo.find(sessionId, context.viewer.userId) : null;
      return row && toType(context, row);
    },
    /** Those that the viewer may read: the own one, for auditors everybody's. */
    async privateOnes(context: Context, sessionId: string): Promise<NoteType[]> {
      const whose = privateNotesOf(context.viewer);
      if (!whose) return [];
      const rows = await repo.listPrivate(sessionId, whose === 'ALL' ? undefined : whose.ownerId);
      return Promise.all(rows.map((row) => toType(context, row)));
    },
  };
}
export type NotesQueries = ReturnType<typeof createNotesQueries>;
