import type { BrandingFont, Locale } from '@tandem/domain';
import type { Database, Prisma, Tx } from '../../../platform/db/index.js';

export interface Wording {
  title: string;
  lead: string;
  help: string;
  footer: string;
  privacyUrl: string;
}
export interface BrandingRow {
  siteId: string;
  accent: string | null;
  logoId: string | null;
  font: BrandingFont;
  fontId: string | null;
  fontWeights: string | null;
  texts: Partial<Record<Locale, Partial<Wording>>>;
  changedById: string;
  changedAt: Date;
}

export function createBrandingRepo({ client }: Database) {
  return {
    async find(siteId: string, tx?: Tx): Promise<BrandingRow | null> {
      return (await (tx ?? client).branding.findUnique({ where: { siteId } })) as BrandingRow | null;
    },
    async put(tx: Tx, row: BrandingRow): Promise<void> {
      const written = { ...row, texts: row.texts as Prisma.InputJsonObject };
      await tx.branding.upsert({ where: { siteId: row.siteId }, create: written, update: written });
    },
  };
}
export type BrandingRepo = ReturnType<typeof createBrandingRepo>;
