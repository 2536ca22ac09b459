import type { Locale } from '@tandem/domain';
import type { Database, Prisma, Tx } from '../../../platform/db/index.js';

export interface AgreementWords {
  title: string;
  body: string;
}
export interface AgreementRow {
  id: string;
  siteId: string;
  version: number;
  texts: Record<Locale, AgreementWords>;
  createdById: string;
  createdAt: Date;
}
export interface AcceptanceRow {
  participantId: string;
  siteId: string;
  sessionId: string;
  agreementId: string;
  locale: Locale;
  textHash: string;
  acceptedAt: Date;
}

export function createAgreementsRepo({ client }: Database) {
  return {
    async newest(siteId: string, tx?: Tx): Promise<AgreementRow | null> {
      const rows = (tx ?? client).agreement.findFirst({ where: { siteId }, orderBy: { version: 'desc' } });
      return (await rows) as AgreementRow | null;
    },
    async list(siteId: string, take: number): Promise<AgreementRow[]> {
      const rows = client.agreement.findMany({ where: { siteId }, orderBy: { version: 'desc' }, take });
      return (await rows) as unknown as AgreementRow[];
    },
    async create(tx: Tx, row: AgreementRow): Promise<void> {
      await tx.agreement.create({ data: { ...row, texts: row.texts as unknown as Prisma.InputJsonObject } });
    },
    async accept(tx: Tx, row: AcceptanceRow): Promise<void> {
      await tx.agreementAcceptance.create({ data: row });
    },
    /** The number of acceptances of each. */
    async countAccepted(agreementIds: string[]): Promise<Map<string, number>> {
      const rows = await client.agreementAcceptance.groupBy({
        by: ['agreementId'],
        where: { agreementId: { in: agreementIds } },
        _count: true,
      });
      return new Map(rows.map(({ agreementId, _count }) => [agreementId, _count]));
    },
  };
}
export type AgreementsRepo = ReturnType<typeof createAgreementsRepo>;
