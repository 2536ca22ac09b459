import { LIMITS } from '@tandem/domain';
import type { Database, Prisma, Tx } from '../../../platform/db/index.js';

type Hash = Uint8Array<ArrayBuffer>;
export type CodeRow = Prisma.ConversationCodeModel;

/** Codes by which the owner of a mail address allows a conversation to be sent there; one per seat at a time. */
export function createCodesRepo({ client }: Database) {
  return {
    async put(tx: Tx, row: CodeRow): Promise<void> {
      await tx.conversationCode.upsert({ where: { participantId: row.participantId }, create: row, update: row });
    },
    async isConfirmed(participantId: string, addressHash: Hash): Promise<boolean> {
      const where = { participantId, addressHash, confirmedAt: { not: null } };
      return (await client.conversationCode.count({ where })) > 0;
    },
    /**
     * Counts an attempt before the code is checked. @returns the hash of the right code, or null when no attempts are
     * left
     */
    async countTry(participantId: string, addressHash: Hash, now: Date): Promise<Hash | null> {
      const where = { participantId, addressHash, expiresAt: { gt: now }, tries: { lt: LIMITS.conversationCodeTries } };
      const [row] = await client.conversationCode.updateManyAndReturn({ where, data: { tries: { increment: 1 } } });
      return row?.codeHash ?? null;
    },
    async confirm(participantId: string, confirmedAt: Date): Promise<void> {
      await client.conversationCode.updateMany({ where: { participantId }, data: { confirmedAt } });
    },
    async sweep(before: Date): Promise<void> {
      await client.conversationCode.deleteMany({ where: { expiresAt: { lte: before } } });
    },
  };
}
export type CodesRepo = ReturnType<typeof createCodesRepo>;
