import type { Platform } from '../../../platform/index.js';
import type { Branding } from '../branding/index.js';
import type { History } from '../../site/history/index.js';
import type { MailService } from '../../site/mail/index.js';
import type { Settings } from '../../site/settings/index.js';
import type { Sites } from '../../site/sites/index.js';
import type { Users } from '../../site/users/index.js';
import { createChangeTemplate } from './change-template.js';
import { createSendTestMail } from './send-test-mail.js';
import { createTemplateQueries } from './templates.queries.js';
import { createTemplatesRepo } from './templates.repo.js';
import { TemplatesResolver } from './templates.resolver.js';
import { createWriteMail } from './write-mail.js';

export type { Blank } from './write-mail.js';
export type { Wording } from './templates.defaults.js';
export type Templates = ReturnType<typeof createTemplates>;

interface Deps {
  sites: Sites;
  history: History;
  users: Users;
  mail: MailService;
  settings: Settings;
  branding: Branding;
}

/** The mails of a site, in its own or the default wording, in each language. */
export function createTemplates(
  platform: Platform,
  { sites, users, mail, settings, branding, history: histories }: Deps,
) {
  const repo = createTemplatesRepo(platform.db);
  const writing = createWriteMail({
    repo,
    linkOrigin: sites.linkOrigin,
    async lookOf(siteId, origin) {
      const { siteName } = await settings.of(siteId);
      const { accent, onAccent, font, logoPath } = await branding.forMail(siteId);
      return { accent, onAccent, font, logoUrl: logoPath && origin + logoPath, siteName };
    },
  });
  const history = histories.ofContent('template');
  const queries = createTemplateQueries({ repo, users, history });
  const sendTest = createSendTestMail({ ...platform, users, mail, writing });
  return {
    resolvers: [
      new TemplatesResolver(queries, createChangeTemplate({ ...platform, repo, sites, history }), writing, sendTest),
    ],
    /** A mail in the recipient's language, with variables to be filled in. */
    blank: writing.blank,
    fixed: writing.fixed,
  };
}
