import { LOCALES, MAIL_KINDS } from '@tandem/domain';
import { Failure } from '../../../platform/graphql/index.js';
import type { Content } from '../../site/history/index.js';
import type { Wording } from './templates.defaults.js';
import type { TemplateId } from './templates.repo.js';

export type TemplateState = Wording & { isLocked: boolean };

/** The subject of changes of a mail in one language. */
export const subjectOf = ({ kind, locale }: Pick<TemplateId, 'kind' | 'locale'>): string => `${kind}.${locale}`;
/** @throws NOT_FOUND for a mail that no longer exists */
export function idOf(siteId: string, subject: string): TemplateId {
  const [kindName, localeName] = subject.split('.');
  const kind = MAIL_KINDS.find((each) => each === kindName);
  const locale = LOCALES.find((each) => each === localeName);
  if (!kind || !locale) throw new Failure('NOT_FOUND');
  return { siteId, kind, locale };
}

/** What a form of the wording is based on: the lock is changed by itself. */
export const wordsOf = ({ subject, body, button }: Wording): Wording => ({ subject, body, button });

export const toContent = ({ subject, body, button, isLocked }: TemplateState): Content => ({
  subject,
  body,
  button,
  isLocked,
});
export const fromContent = ({ subject, body, button, isLocked }: Content): TemplateState => ({
  subject: String(subject ?? ''),
  body: String(body ?? ''),
  button: String(button ?? ''),
  isLocked: isLocked === true,
});
