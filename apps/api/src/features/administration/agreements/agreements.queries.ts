import { LOCALES, type Locale } from '@tandem/domain';
import type { Settings } from '../../site/settings/index.js';
import type { Users } from '../../site/users/index.js';
import type { AgreementRow, AgreementsRepo } from './agreements.repo.js';
import type { AgreementType, AgreementVersionType } from './agreements.types.js';
import { hashWords } from './hash-words.js';

interface Deps {
  repo: AgreementsRepo;
  settings: Settings;
  users: Users;
}
const VERSIONS = 50;

export function createAgreementQueries({ repo, settings, users }: Deps) {
  function inLanguage({ id, version, texts }: AgreementRow, locale: Locale): AgreementType {
    const words = texts[locale];
    return { id, version, locale, ...words, hash: hashWords(words) };
  }
  return {
    /** The current agreement; null when there is none. */
    async asked(siteId: string, locale: Locale): Promise<AgreementType | null> {
      const { isAgreementRequired } = await settings.of(siteId);
      const row = isAgreementRequired ? await repo.newest(siteId) : null;
      return row && inLanguage(row, locale);
    },
    async versions(siteId: string): Promise<AgreementVersionType[]> {
      const rows = await repo.list(siteId, VERSIONS);
      const [counts, people] = await Promise.all([
        repo.countAccepted(rows.map(({ id }) => id)),
        users.listByIds([...new Set(rows.map(({ createdById }) => createdById))]),
      ]);
      const names = new Map(people.map(({ id, name }) => [id, name]));
      return rows.map((row) => ({
        id: row.id,
        version: row.version,
        texts: LOCALES.map((locale) => inLanguage(row, locale)),
        createdAt: row.createdAt,
        createdByName: names.get(row.createdById) ?? null,
        acceptances: counts.get(row.id) ?? 0,
      }));
    },
  };
}
export type AgreementQueries = ReturnType<typeof createAgreementQueries>;
