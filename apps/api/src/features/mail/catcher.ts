import { simpleParser, type AddressObject } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { newId } from '../../platform/crypto/index.js';
import type { Platform } from '../../platform/index.js';
import type { MailRepo } from './mail.repo.js';

const MAX_BYTES = 1024 * 1024;
const addresses = (field: AddressObject | AddressObject[] | undefined) =>
  [field ?? []]
    .flat()
    .map((part) => part.text)
    .join(', ');

/**
 * A mail server on loopback that keeps what it gets for signed-in administrators to read: mails go through a real SMTP
 * exchange also where no mail server is set.
 */
export function createCatcher({ clock, log, repo }: Platform & { repo: MailRepo }) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: MAX_BYTES,
    logger: false,
    onData(stream, _session, done) {
      simpleParser(stream)
        .then(async (mail) => {
          await repo.create({
            id: newId(),
            siteId: null,
            from: addresses(mail.from),
            to: addresses(mail.to),
            subject: mail.subject ?? '',
            text: mail.text ?? '',
            html: mail.html || '',
            receivedAt: clock.now(),
          });
          await repo.trim();
        })
        .then(() => done(), done);
    },
  });
  server.on('error', (error) => log.warn({ err: error }, 'the mail catcher reports'));
  return {
    /** @returns the port it listens on */
    listen: (port: number): Promise<number> =>
      new Promise((resolve, reject) => {
        server.server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve((server.server.address() as { port: number }).port));
      }),
    close: (): Promise<void> => new Promise((resolve) => server.close(() => resolve())),
  };
}
