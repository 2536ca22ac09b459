import { Prisma, table, type Database, type Tx } from '../../../platform/db/index.js';
import { SHARED } from './notes.policy.js';

export type NoteRow = Prisma.NoteModel;

const ONE = table<NoteRow>('note', Prisma.NoteScalarFieldEnum).select('WHERE session_id = $1 AND owner_id = $2');

export function createNotesRepo({ client, sql }: Database) {
  return {
    async find(sessionId: string, ownerId: string, tx?: Tx): Promise<NoteRow | null> {
      return (await (tx?.sql ?? sql)(ONE, [sessionId, ownerId]))[0] ?? null;
    },
    /** Private notes with text. */
    async listPrivate(sessionId: string, ownerId?: string): Promise<NoteRow[]> {
      const where = { sessionId, ownerId: ownerId ?? { not: SHARED }, body: { not: '' } };
      return client.note.findMany({ where, orderBy: { changedAt: 'asc' } });
    },
    /** The shared notes of many sessions. */
    async listShared(sessionIds: readonly string[]): Promise<Pick<NoteRow, 'sessionId' | 'body'>[]> {
      const where = { sessionId: { in: [...sessionIds] }, ownerId: SHARED };
      return client.note.findMany({ where, select: { sessionId: true, body: true } });
    },
    async put(tx: Tx, row: NoteRow): Promise<void> {
      const { sessionId, ownerId } = row;
      const where = { sessionId_ownerId: { sessionId, ownerId } };
      await tx.note.upsert({ where, create: row, update: row });
    },
  };
}
export type NotesRepo = ReturnType<typeof createNotesRepo>;
