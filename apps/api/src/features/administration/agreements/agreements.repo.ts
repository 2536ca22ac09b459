import type { Database, Prisma, Tx } from '../../../platform/db/index.js';

export type AgreementRow = Prisma.AgreementModel;
export type AcceptanceRow = Prisma.AgreementAcceptanceModel;

export function createAgreementsRepo({ client }: Database) {
  return {
    async newest(siteId: string, tx?: Tx): Promise<AgreementRow | null> {
      const rows = (tx ?? client).agreement.findFirst({ where: { siteId }, orderBy: { version: 'desc' } });
      return rows;
    },
    async list(siteId: string, take: number): Promise<AgreementRow[]> {
      return client.agreement.findMany({ where: { siteId }, orderBy: { version: 'desc' }, take });
    },
    async create(tx: Tx, row: AgreementRow): Promise<void> {
      await tx.agreement.create({ data: row });
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
