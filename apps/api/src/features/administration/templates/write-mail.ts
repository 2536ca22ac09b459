import { type Locale, type MailKind, type MailVariables } from '@tandem/domain';
import { composeMail, type ComposedMail, type MailLook } from './compose-mail.js';
import { DEFAULT_WORDINGS, EXAMPLES, type Wording } from './templates.defaults.js';
import type { TemplatesRepo } from './templates.repo.js';

/** A mail whose template has been read: it can be filled in within a transaction, which must not wait for reads. */
export interface Blank<K extends MailKind> {
  /** Scheme and authority for its links. */
  origin: string;
  fill(values: MailVariables<NoInfer<K>>): ComposedMail;
}
interface Deps {
  repo: TemplatesRepo;
  linkOrigin(siteId: string): Promise<string>;
  lookOf(siteId: string, origin: string): Promise<MailLook>;
}

/** Mails in the site's wording and branding. */
export function createWriteMail({ repo, linkOrigin, lookOf }: Deps) {
  return {
    async blank<K extends MailKind>(siteId: string, kind: K, locale: Locale): Promise<Blank<K>> {
      const origin = await linkOrigin(siteId);
      const wording = (await repo.find({ siteId, kind, locale })) ?? DEFAULT_WORDINGS[kind][locale];
      const look = await lookOf(siteId, origin);
      return { origin, fill: (values) => composeMail({ locale, wording, look }, values) };
    },
    /** A mail with a fixed wording, in the site's branding. */
    async fixed(
      siteId: string,
      locale: Locale,
      wording: Wording,
      values: Record<string, string>,
    ): Promise<ComposedMail> {
      const look = await lookOf(siteId, await linkOrigin(siteId));
      return composeMail({ locale, wording, look }, values);
    },
    /** The same with sample values. */
    async example(siteId: string, locale: Locale, wording: Wording): Promise<ComposedMail> {
      const origin = await linkOrigin(siteId);
      const look = await lookOf(siteId, origin);
      const values = { ...EXAMPLES[locale], site: look.siteName, link: `${origin}/example`, address: origin };
      return composeMail({ locale, wording, look }, values);
    },
  };
}
export type WriteMail = ReturnType<typeof createWriteMail>;
