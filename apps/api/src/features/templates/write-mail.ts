import { type Locale, type MailKind, type MailVariables } from '@tandem/domain';
import { composeMail, type ComposedMail, type MailLook } from './compose-mail.js';
import { DEFAULT_WORDINGS, EXAMPLES, type Wording } from './templates.defaults.js';
import type { TemplatesRepo } from './templates.repo.js';

interface Where {
  siteId: string;
  /** Scheme and authority for links and pictures. */
  origin: string;
}
interface Deps {
  repo: TemplatesRepo;
  lookOf(siteId: string, origin: string): Promise<MailLook>;
}

/** Mails as the site words them and as they look. */
export function createWriteMail({ repo, lookOf }: Deps) {
  return {
    async write<K extends MailKind>(
      { siteId, origin }: Where,
      { kind, locale }: { kind: K; locale: Locale },
      values: MailVariables<NoInfer<K>>,
    ): Promise<ComposedMail> {
      const wording = (await repo.find({ siteId, kind, locale })) ?? DEFAULT_WORDINGS[kind][locale];
      return composeMail({ locale, wording, look: await lookOf(siteId, origin) }, values);
    },
    /** The same with somebody made up in it. */
    async example({ siteId, origin }: Where, locale: Locale, wording: Wording): Promise<ComposedMail> {
      const look = await lookOf(siteId, origin);
      const values = { ...EXAMPLES[locale], site: look.siteName, link: `${origin}/example`, address: origin };
      return composeMail({ locale, wording, look }, values);
    },
  };
}
export type WriteMail = ReturnType<typeof createWriteMail>;
