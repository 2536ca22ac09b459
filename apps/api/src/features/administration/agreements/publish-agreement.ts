import { LOCALES } from '@tandem/domain';
import { newId } from '../../../platform/crypto/index.js';
import { Failure } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sites } from '../../site/sites/index.js';
import type { AgreementRow, AgreementsRepo } from './agreements.repo.js';
import type { PublishAgreementInput } from './agreements.types.js';

/**
 * Publishes a new version, in every language. It applies to everybody who joins from now on; earlier versions are kept.
 */
export function createPublishAgreement({
  db,
  clock,
  repo,
  sites,
}: Uses<'db' | 'clock'> & { repo: AgreementsRepo; sites: Sites }) {
  return async function publishAgreement(
    siteId: string,
    createdById: string,
    { texts, basedOn }: PublishAgreementInput,
  ): Promise<void> {
    const isEachOnce = texts.length === LOCALES.length && LOCALES.every((each) => texts.some((t) => t.locale === each));
    if (!isEachOnce) throw new Failure('BAD_INPUT', {}, [{ path: 'texts', rule: 'REQUIRED' }]);
    const words = texts.map(({ locale, title, body }) => [locale, { title: title.trim(), body: body.trim() }]);
    await db.transaction(async (tx) => {
      await sites.lock(tx, siteId); // versions are numbered by counting
      const newest = (await repo.newest(siteId, tx))?.version ?? 0;
      if (basedOn != null && basedOn !== newest) throw new Failure('CHANGED_MEANWHILE');
      const version = newest + 1;
      const row = { id: newId(), siteId, version, createdById, createdAt: clock.now() };
      await repo.create(tx, { ...row, texts: Object.fromEntries(words) as AgreementRow['texts'] });
    });
  };
}
export type PublishAgreement = ReturnType<typeof createPublishAgreement>;
