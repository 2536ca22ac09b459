import type { Database, Tx } from '../../platform/db/index.js';

export interface NoteRow {
  sessionId: string;
  siteId: string;
  body: string;
  revision: number;
  changedById: string;
  changedAt: Date;
}

export function createNotesRepo({ client }: Database) {
  return {
    find: (sessionId: string, tx?: Tx): Promise<NoteRow | null> =>
      (tx ?? client).note.findUnique({ where: { sessionId } }),
    async put(tx: Tx, row: NoteRow): Promise<void> {
      await tx.note.upsert({ where: { sessionId: row.sessionId }, create: row, update: row });
    },
  };
}
export type NotesRepo = ReturnType<typeof createNotesRepo>;
