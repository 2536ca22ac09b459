import { LIMITS, type Locale } from '@tandem/domain';
import { Failure, staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { MailFate, MailService } from '../../site/mail/index.js';
import type { Users } from '../../site/users/index.js';
import type { Wording } from './templates.defaults.js';
import type { WriteMail } from './write-mail.js';

interface Deps extends Uses<'db' | 'throttle'> {
  users: Users;
  mail: MailService;
  writing: WriteMail;
}
const TOLD_WITHIN = 5000;

/**
 * Sends a mail as it would be delivered, saved or not, to the account that is editing it. @returns its delivery state
 */
export function createSendTestMail({ db, throttle, users, mail, writing }: Deps) {
  return async function sendTestMail(context: Context, locale: Locale, wording: Wording): Promise<MailFate> {
    const { userId } = staffOf(context);
    const { isAllowed, secondsLeft } = await throttle.take({
      key: `test-mail:${userId}`,
      limit: LIMITS.testMailsPerHour,
      window: 3_600_000,
    });
    if (!isAllowed) throw new Failure('TOO_MANY_REQUESTS', { retryAfterSeconds: secondsLeft });
    const { name, email } = (await users.find(userId))!;
    const siteId = context.site.id;
    const { subject, text, html } = await writing.example(siteId, locale, wording);
    const to = { name, address: email };
    const { id } = await db.transaction((tx) =>
      mail.enqueue(tx, { siteId, kind: 'TEST', askedById: userId, to, subject, text, html }),
    );
    mail.kick();
    return (await mail.fateWithin(id, TOLD_WITHIN))!;
  };
}
export type SendTestMail = ReturnType<typeof createSendTestMail>;
