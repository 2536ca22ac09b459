import type { Database, Tx } from '../../platform/db/index.js';

export interface CheckPhraseRow {
  participantId: string;
  sessionId: string;
  phrase: string;
}

export function createIdentityRepo({ client }: Database) {
  return {
    async create(tx: Tx, row: CheckPhraseRow): Promise<void> {
      await tx.checkPhrase.createMany({ data: [row], skipDuplicates: true });
    },
    listByParticipants: (ids: readonly string[]): Promise<CheckPhraseRow[]> =>
      client.checkPhrase.findMany({ where: { participantId: { in: [...ids] } } }),
  };
}
export type IdentityRepo = ReturnType<typeof createIdentityRepo>;
