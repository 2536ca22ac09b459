import type { Database, Prisma, Tx } from '../../../platform/db/index.js';

export type TemplateRow = Prisma.MailTemplateModel;
export type TemplateId = Pick<TemplateRow, 'siteId' | 'kind' | 'locale'>;

export function createTemplatesRepo({ client }: Database) {
  const keyOf = ({ siteId, kind, locale }: TemplateId) => ({ siteId_kind_locale: { siteId, kind, locale } });
  return {
    async list(siteId: string): Promise<TemplateRow[]> {
      return client.mailTemplate.findMany({ where: { siteId } });
    },
    async find(id: TemplateId, tx?: Tx): Promise<TemplateRow | null> {
      return (tx ?? client).mailTemplate.findUnique({ where: keyOf(id) });
    },
    async put(tx: Tx, row: TemplateRow): Promise<void> {
      await tx.mailTemplate.upsert({ where: keyOf(row), create: row, update: row });
    },
    async remove(tx: Tx, { siteId, kind, locale }: TemplateId): Promise<void> {
      await tx.mailTemplate.deleteMany({ where: { siteId, kind, locale } });
    },
  };
}
export type TemplatesRepo = ReturnType<typeof createTemplatesRepo>;
