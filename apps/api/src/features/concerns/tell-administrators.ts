import { PATHS } from '@tandem/contract';
import { formatSessionNumber, type Locale } from '@tandem/domain';
import type { Platform } from '../../platform/index.js';
import type { MailService } from '../mail/index.js';
import type { Participants } from '../participants/index.js';
import type { Sessions } from '../sessions/index.js';
import type { Roles } from '../roles/index.js';
import type { Sites } from '../sites/index.js';
import type { Templates } from '../templates/index.js';
import type { Users } from '../users/index.js';
import type { ConcernRow, ConcernsRepo } from './concerns.repo.js';

interface Deps extends Platform {
  repo: ConcernsRepo;
  mail: MailService;
  users: Users;
  roles: Roles;
  sites: Sites;
  templates: Templates;
  sessions: Sessions;
  participants: Participants;
}

const timeIn = (locale: Locale, at: Date) =>
  new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(at);

/** Mails whoever may look after it. A mail server that is away is tried again: what was reported must not get lost. */
export function createTellAdministrators(deps: Deps) {
  const { clock, log, repo, mail, users, roles, sites, templates, sessions, participants } = deps;

  async function tell(concern: ConcernRow): Promise<void> {
    const { siteId, sessionId, reportedAt } = concern;
    const session = await sessions.find(sessionId);
    const people = await participants.listBySessions([sessionId]);
    const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? '';
    const handlers = await roles.whoMay(siteId, await users.listActive(siteId), 'concerns.handle');
    const origin = await sites.linkOrigin(siteId);
    const facts = {
      site: (await sites.known(siteId)).name,
      customer: nameOf(concern.reporterId),
      csr: nameOf(concern.csrId),
      number: formatSessionNumber(session?.number ?? ''),
      link: `${origin}${PATHS.console}concerns`,
    };
    for (const { name, email, locale } of handlers) {
      const values = { ...facts, name, at: timeIn(locale, reportedAt) };
      const letter = await templates.write({ siteId, origin }, { kind: 'CONCERN_REPORT', locale }, values);
      const { subject, text, html } = letter;
      await mail.send({ to: { name, address: email }, subject, text, html });
    }
    await repo.setMailed(concern.id, clock.now());
  }

  return async function sweep(): Promise<void> {
    for (const concern of await repo.listUnmailed())
      await tell(concern).catch((error: unknown) =>
        log.warn({ err: error, concern: concern.id }, 'administrators could not be mailed and will be tried again'),
      );
  };
}
