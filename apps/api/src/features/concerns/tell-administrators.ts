import { PATHS } from '@tandem/contract';
import type { Platform } from '../../platform/index.js';
import type { MailService } from '../mail/index.js';
import type { Participants } from '../participants/index.js';
import type { Sessions } from '../sessions/index.js';
import type { Roles } from '../roles/index.js';
import type { Users } from '../users/index.js';
import { composeConcernMail } from './concern-texts.js';
import type { ConcernRow, ConcernsRepo } from './concerns.repo.js';

interface Deps extends Platform {
  repo: ConcernsRepo;
  mail: MailService;
  users: Users;
  roles: Roles;
  sessions: Sessions;
  participants: Participants;
}

/** Mails whoever may look after it. A mail server that is away is tried again: what was reported must not get lost. */
export function createTellAdministrators(deps: Deps) {
  const { config, clock, log, repo, mail, users, roles, sessions, participants } = deps;

  async function tell(concern: ConcernRow): Promise<void> {
    const session = await sessions.find(concern.sessionId);
    const people = await participants.listBySessions([concern.sessionId]);
    const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? '';
    const active = await users.listActive(concern.siteId);
    const handlers = await roles.whoMay(concern.siteId, active, 'concerns.handle');
    for (const { name, email, locale } of handlers) {
      const content = composeConcernMail(locale, {
        csrName: nameOf(concern.csrId),
        customerName: nameOf(concern.reporterId),
        number: session?.number ?? '',
        at: concern.reportedAt,
        url: `${config.origins[0]!}${PATHS.console}concerns`,
      });
      await mail.send({ to: { name, address: email }, ...content });
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
