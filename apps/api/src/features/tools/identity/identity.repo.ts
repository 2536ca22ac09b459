import { Prisma, statement, table, type Database, type Tx } from '../../../platform/db/index.js';

export type CheckPhraseRow = Prisma.CheckPhraseModel;

const BY_PEOPLE = table<CheckPhraseRow>('check_phrase', Prisma.CheckPhraseScalarFieldEnum).select(
  'WHERE participant_id = ANY ($1)',
);
const CREATE = statement(
  'INSERT INTO check_phrase (participant_id, session_id, phrase) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
);

export function createIdentityRepo({ sql }: Database) {
  return {
    async create(tx: Tx, { participantId, sessionId, phrase }: CheckPhraseRow): Promise<void> {
      await tx.sql(CREATE, [participantId, sessionId, phrase]);
    },
    listByParticipants: (ids: readonly string[]): Promise<CheckPhraseRow[]> => sql(BY_PEOPLE, [ids]),
  };
}
export type IdentityRepo = ReturnType<typeof createIdentityRepo>;
