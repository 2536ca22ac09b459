import { LIMITS, type Locale } from '@tandem/domain';
import { Failure, staffOf, type Context } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import type { MailService } from '../mail/index.js';
import type { Users } from '../users/index.js';
import type { Wording } from './templates.defaults.js';
import type { WriteMail } from './write-mail.js';

interface Deps extends Platform {
  users: Users;
  mail: MailService;
  writing: WriteMail;
}

/** A mail as it would go out, to whoever works on it: saved or not. @returns the address it went to */
export function createSendTestMail({ throttle, log, users, mail, writing }: Deps) {
  return async function sendTestMail(context: Context, locale: Locale, wording: Wording): Promise<string> {
    const { userId } = staffOf(context);
    const { isAllowed, secondsLeft } = await throttle.take({
      key: `test-mail:${userId}`,
      limit: LIMITS.testMailsPerHour,
      window: 3_600_000,
    });
    if (!isAllowed) throw new Failure('TOO_MANY_REQUESTS', { retryAfterSeconds: secondsLeft });
    const user = (await users.find(userId))!;
    const { subject, text, html } = await writing.example(
      { siteId: context.site.id, origin: context.origin },
      locale,
      wording,
    );
    try {
      await mail.send({ to: { name: user.name, address: user.email }, subject, text, html });
    } catch (error) {
      log.warn({ err: error }, 'a test mail could not be handed over');
      throw new Failure('MAIL_FAILED');
    }
    return user.email;
  };
}
export type SendTestMail = ReturnType<typeof createSendTestMail>;
