import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailFailure } from '@tandem/domain';
import type { Config } from '../../../platform/config/index.js';
import type { MailRow } from './outgoing.repo.js';

/** A mail goes in pieces: how far it got is then known nearly to the letter. */
const PIECE = 16 * 1024;

/** How one try went. */
export type Outcome =
  | { state: 'SENT' }
  | { state: 'PERHAPS_DELIVERED'; answer: string }
  | { state: 'FAILED' | 'DEFERRED'; failure: MailFailure; answer: string };

type SmtpError = Partial<SMTPConnection.SMTPError>;

/** Patience with each step; whoever thinks about what it got may take longer than the rest. */
const TIMEOUTS = { connectionTimeout: 30_000, greetingTimeout: 60_000, socketTimeout: 300_000 };

/** A mail server may say no to this mail for good; everything else passes. */
function failureOf({ code, responseCode = 0 }: SmtpError): { state: 'FAILED' | 'DEFERRED'; failure: MailFailure } {
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (responseCode >= 500 && isAboutMail) return { state: 'FAILED', failure: 'MAIL_REFUSED' };
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS') return { state: 'DEFERRED', failure: 'MAIL_SIGN_IN' };
  return { state: 'DEFERRED', failure: responseCode >= 400 ? 'MAIL_DEFERRED' : 'MAIL_UNREACHABLE' };
}

/** @param hasEnded the whole mail was on its way, its end included: without an answer nobody knows */
function outcomeOf(error: SmtpError, hasEnded: boolean): Outcome {
  const answer = (error.response || error.message) ?? '';
  if (hasEnded && !error.responseCode) return { state: 'PERHAPS_DELIVERED', answer };
  return { ...failureOf(error), answer };
}

/** How we call ourselves to mail servers, and mails by: the name that people reach us by (RFC 5321, 4.1.3 for addresses). */
function nameOf(origin: string): string {
  const { hostname } = new URL(origin);
  if (hostname.startsWith('[')) return `[IPv6:${hostname.slice(1)}`;
  return isIP(hostname) ? `[${hostname}]` : hostname;
}

/** The mail server of the settings: mails are handed to it one at a time, each by a line of its own. */
export function createMailServer(config: Config & { smtpUrl: string }) {
  const name = nameOf(config.origins[0]!);
  const transport = createTransport({ url: config.smtpUrl, name, ...TIMEOUTS });
  const options = transport.options as SMTPConnection.Options & { auth?: { user: string; pass: string } };
  const lines = new Map<string, SMTPConnection>();

  async function write(row: MailRow, replyTo: string | null) {
    const composer = new MailComposer({
      from: config.mailFrom,
      to: { name: row.name, address: row.address },
      ...(replyTo && { replyTo }),
      subject: row.subject,
      text: row.text ?? '',
      html: row.html ?? '',
      date: row.createdAt,
      messageId: `<${row.id}@${name}>`,
      headers: { 'Auto-Submitted': 'auto-generated' }, // no out-of-office replies (RFC 3834)
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const message = composer.compile();
    return { bytes: await message.build(), envelope: message.getEnvelope() };
  }

  /** What goes over the line. Its end is sent only once `onEnd` has written down that it will be. */
  const streamOf = (message: Buffer, onEnd: () => Promise<void>) =>
    Readable.from(
      (async function* () {
        for (let at = 0; at < message.length; at += PIECE) yield message.subarray(at, at + PIECE);
        await onEnd();
      })(),
      { objectMode: false },
    );

  /** Resolves when the server has taken it; rejects with the reason. */
  function exchange(line: SMTPConnection, envelope: SMTPConnection.Envelope, message: Readable): Promise<void> {
    return new Promise((resolve, reject) => {
      line.on('error', reject);
      line.on('end', () => reject(new Error('The line was closed.')));
      const done = (error?: Error | null) => (error ? reject(error) : resolve());
      const send = () => line.send(envelope, message, done);
      line.connect((error) => {
        if (error) return done(error);
        const { auth } = options;
        if (!auth) return send();
        line.login({ user: auth.user, credentials: auth }, (refusal) => (refusal ? done(refusal) : send()));
      });
    });
  }

  return {
    /** @param onEnd writes down that the mail may have arrived from here on */
    async handOver(row: MailRow, replyTo: string | null, onEnd: () => Promise<void>): Promise<Outcome> {
      let hasEnded = false;
      const line = new SMTPConnection(options);
      lines.set(row.id, line);
      try {
        const { bytes, envelope } = await write(row, replyTo);
        const message = streamOf(bytes, async () => {
          await onEnd();
          hasEnded = true;
        });
        await exchange(line, envelope, message);
        line.quit();
        return { state: 'SENT' };
      } catch (error) {
        line.close();
        return outcomeOf(error as SmtpError, hasEnded);
      } finally {
        lines.delete(row.id);
      }
    },
    /** Breaks off a try: it ends as one that the server broke off. */
    hangUp: (id: string) => lines.get(id)?.close(),
    /** Whether it lets us in. @throws its reason */
    async verify(): Promise<void> {
      await transport.verify();
    },
  };
}
export type MailServer = ReturnType<typeof createMailServer>;
