import { PATHS } from '@tandem/contract';
import { formatSessionNumber, type Locale } from '@tandem/domain';
import { Failure } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Mail, MailService } from '../../site/mail/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { Roles } from '../../site/roles/index.js';
import type { Sites } from '../../site/sites/index.js';
import type { Templates } from '../../administration/templates/index.js';
import type { UserRow, Users } from '../../site/users/index.js';
import type { ConcernRow, ConcernsRepo } from './concerns.repo.js';

interface Deps extends Uses<'db' | 'clock' | 'log'> {
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

/** Mails every account that may handle the report, once; a refused mail does not affect the others. */
export function createNotifyAdministrators(deps: Deps) {
  const { db, clock, log, repo, mail, users, roles, sites, templates, sessions, participants } = deps;

  async function factsOf({ siteId, sessionId, reporterId, csrId }: ConcernRow) {
    const session = await sessions.find(sessionId);
    const people = await participants.listBySessions([sessionId]);
    const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? '';
    return {
      site: (await sites.known(siteId)).name,
      customer: nameOf(reporterId),
      csr: nameOf(csrId),
      number: formatSessionNumber(session?.number ?? ''),
    };
  }

  /** The mail to one account. */
  async function letterTo(concern: ConcernRow, { name, email, locale }: UserRow): Promise<Mail> {
    const { id: refId, siteId, sessionId, reportedAt } = concern;
    const { origin, fill } = await templates.blank(siteId, 'CONCERN_REPORT', locale);
    const facts = { ...(await factsOf(concern)), link: `${origin}${PATHS.console}concerns` };
    const { subject, text, html } = fill({ ...facts, name, at: timeIn(locale, reportedAt) });
    const to = { name, address: email };
    return { siteId, kind: 'CONCERN_REPORT', refId, sessionId, to, subject, text, html };
  }

  async function tell(concern: ConcernRow): Promise<void> {
    const { siteId } = concern;
    const handlers = await roles.whoMay(siteId, await users.listActive(siteId), 'concerns.handle');
    const letters = await Promise.all(handlers.map((user) => letterTo(concern, user)));
    await db.transaction(async (tx) => {
      if (await repo.markNotified(tx, concern.id, clock.now()))
        for (const letter of letters) await mail.enqueue(tx, letter);
    });
    mail.kick();
  }

  mail.writesAgain(['CONCERN_REPORT'], async ({ site }, { refId, address }) => {
    const concern = refId ? await repo.find(refId) : null;
    const handlers = await roles.whoMay(site.id, await users.listActive(site.id), 'concerns.handle');
    const user = handlers.find(({ email }) => email === address);
    if (concern?.siteId !== site.id || !user) throw new Failure('ALREADY_ANSWERED');
    const letter = await letterTo(concern, user);
    await db.transaction((tx) => mail.enqueue(tx, letter));
    mail.kick();
  });

  return async function sweep(): Promise<void> {
    for (const concern of await repo.listUnnotified())
      await tell(concern).catch((error: unknown) =>
        log.warn({ err: error, concern: concern.id }, 'the mails about a report could not be written yet'),
      );
  };
}
