import { createHash } from 'node:crypto';
import type { AgreementWords } from '@tandem/domain';

/** SHA-256 of the title, an empty line and the text, in UTF-8: proves the exact wording. */
export const hashWords = ({ title, body }: AgreementWords): string =>
  createHash('sha256').update(`${title}\n\n${body}`, 'utf8').digest('hex');
