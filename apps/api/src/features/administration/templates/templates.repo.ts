import type { Locale, MailKind } from '@tandem/domain';
import type { Database, Tx } from '../../../platform/db/index.js';

export interface TemplateRow {
  siteId: string;
  kind: MailKind;
  locale: Locale;
  subject: string;
  body: string;
  button: string;
  isLocked: boolean;
  changedById: string;
  changedAt: Date;
}
export type TemplateId = Pick<TemplateRow, 'siteId' | 'kind' | 'locale'>;

export function createTemplatesRepo({ client }: Database) {
  const keyOf = ({ siteId, kind, locale }: TemplateId) => ({ siteId_kind_locale: { siteId, kind, locale } });
  return {
    async list(siteId: string): Promise<TemplateRow[]> {
      return (await client.mailTemplate.findMany({ where: { siteId } })) as TemplateRow[];
    },
    async find(id: TemplateId, tx?: Tx): Promise<TemplateRow | null> {
      return (await (tx ?? client).mailTemplate.findUnique({ where: keyOf(id) })) as TemplateRow | null;
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
