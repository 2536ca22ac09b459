import type { Locale } from '@tandem/domain';
import { Failure } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Settings } from '../../site/settings/index.js';
import type { AgreementRow, AgreementsRepo } from './agreements.repo.js';
import { hashWords } from './hash-words.js';

interface Deps extends Uses<'clock'> {
  repo: AgreementsRepo;
  settings: Settings;
}
interface Seat {
  siteId: string;
  sessionId: string;
  participantId: string;
  locale: Locale;
}

/** Everybody who joins must have accepted the current agreement, if the site has one. */
export function createAcceptAgreement({ clock, repo, settings }: Deps) {
  return {
    /** @returns what was accepted; null when the site has no agreement @throws AGREEMENT_REQUIRED */
    async check(tx: Tx, siteId: string, agreedTo: string | undefined): Promise<AgreementRow | null> {
      const { isAgreementRequired } = await settings.of(siteId, tx);
      const row = isAgreementRequired ? await repo.newest(siteId, tx) : null;
      if (row && row.id !== agreedTo) throw new Failure('AGREEMENT_REQUIRED');
      return row;
    },
    /** Records who accepted which wording, and when. @returns the hash of the wording */
    async keep(tx: Tx, agreement: AgreementRow, { siteId, sessionId, participantId, locale }: Seat): Promise<string> {
      const textHash = hashWords(agreement.texts[locale]);
      const row = { siteId, sessionId, participantId, locale, textHash };
      await repo.accept(tx, { ...row, agreementId: agreement.id, acceptedAt: clock.now() });
      return textHash;
    },
  };
}
