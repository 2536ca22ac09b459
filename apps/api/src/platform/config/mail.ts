import { isLocal } from '../http/origin.js';
import { ConfigError } from './config-error.js';

/** Sender of mails when no mail server is configured. */
const NOBODY = 'Tandem <tandem@localhost>';
const FROM = /^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/;

function serverOf(text: string): string {
  const url = new URL(text);
  if ((url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || !url.hostname)
    throw new ConfigError(
      `SMTP_URL has to begin with smtp:// or smtps:// and a host, as in smtps://user:password@mail.example.`,
    );
  const query = url.searchParams;
  const isPlain = url.protocol === 'smtp:';
  const hasPassword = Boolean(url.username || url.password);
  if (!hasPassword || !isPlain || isLocal(`http://${url.host}`) || query.get('requireTLS') === 'false') return text;
  if (query.get('ignoreTLS') === 'true')
    throw new ConfigError(
      'SMTP_URL would send a password without TLS: take ignoreTLS out of it, use smtps://, or say requireTLS=false if that is meant.',
    );
  query.set('requireTLS', 'true'); // a man in the middle could strip STARTTLS
  return url.href;
}

/** The mail server, and the sender address. */
export function readMail(e: { SMTP_URL?: string | undefined; MAIL_FROM?: string | undefined }): {
  smtpUrl?: string;
  mailFrom: string;
} {
  if (e.MAIL_FROM !== undefined && !FROM.test(e.MAIL_FROM.trim()))
    throw new ConfigError(
      'MAIL_FROM is no mail address: write it as in MAIL_FROM="Acme Support <support@acme.example>".',
    );
  if (!e.SMTP_URL) return { mailFrom: e.MAIL_FROM?.trim() ?? NOBODY };
  const smtpUrl = serverOf(e.SMTP_URL);
  if (!e.MAIL_FROM)
    throw new ConfigError(
      'SMTP_URL is set without MAIL_FROM: set whom mails come from, as in MAIL_FROM="Acme Support <support@acme.example>".',
    );
  return { smtpUrl, mailFrom: e.MAIL_FROM.trim() };
}
