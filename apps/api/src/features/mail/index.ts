import { createTransport, type Transporter } from 'nodemailer';
import type { Platform } from '../../platform/index.js';
import { createCaughtMails } from './caught-mails.js';
import { createCatcher } from './catcher.js';
import { createMailRepo } from './mail.repo.js';
import { MailResolver } from './mail.resolver.js';

export interface Mail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
}
export type MailService = ReturnType<typeof createMail>;

const TIMEOUT = 15_000;

/** Sends mail by SMTP: to SMTP_URL, else to the catcher in this process. */
export function createMail(platform: Platform) {
  const { config } = platform;
  const repo = createMailRepo(platform.db);
  const catcher = config.smtpUrl ? null : createCatcher({ ...platform, repo });
  let transport: Transporter | null = null;
  const timeouts = { connectionTimeout: TIMEOUT, greetingTimeout: TIMEOUT, socketTimeout: TIMEOUT };

  return {
    resolvers: [new MailResolver(createCaughtMails({ repo, isCaught: !config.smtpUrl }), !config.smtpUrl)],
    async start(): Promise<void> {
      const caught = catcher && {
        host: '127.0.0.1',
        port: await catcher.listen(config.smtpCatcherPort),
        ignoreTLS: true,
      };
      transport = createTransport({ ...(caught ?? { url: config.smtpUrl }), ...timeouts });
    },
    /** Resolves when the mail server has taken the mail; rejects with its reason. */
    async send(mail: Mail): Promise<void> {
      if (!transport) throw new Error('mail is not started');
      await transport.sendMail({ from: config.mailFrom, ...mail, disableFileAccess: true, disableUrlAccess: true });
    },
    async stop(): Promise<void> {
      transport?.close();
      await catcher?.close();
    },
  };
}
