import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailFailure } from '@tandem/domain';
import type { Config } from '../../../platform/config/index.js';
import type { MailRow } from './outgoing.repo.js';

/** A mail is sent in chunks, so that the progress of an interrupted one is known almost exactly. */
const PIECE = 16 * 1024;

/** The result of an attempt. */
export type Outcome =
  | { state: 'SENT' }
  | { state: 'PERHAPS_DELIVERED'; answer: string }
  | { state: 'FAILED' | 'DEFERRED'; failure: MailFailure; answer: string };

type SmtpError = Partial<SMTPConnection.SMTPError>;

/** Timeouts of each step; a server that checks the content may take longer than for the rest. */
const TIMEOUTS = { connectionTimeout: 30_000, greetingTimeout: 60_000, socketTimeout: 300_000 };

/** A permanent refusal of this mail; all other errors are temporary. */
function failureOf({ code, responseCode = 0 }: SmtpError): { state: 'FAILED' | 'DEFERRED'; failure: MailFailure } {
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (responseCode >= 500 && isAboutMail) return { state: 'FAILED', failure: 'MAIL_REFUSED' };
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS') return { state: 'DEFERRED', failure: 'MAIL_SIGN_IN' };
  return { state: 'DEFERRED', failure: responseCode >= 400 ? 'MAIL_DEFERRED' : 'MAIL_UNREACHABLE' };
}

/** @param hasEnded the complete mail was sent: without an answer its delivery is unknown */
function outcomeOf(error: SmtpError, hasEnded: boolean): Outcome {
  const answer = (error.response || error.message) ?? '';
  if (hasEnded && !error.responseCode) return { state: 'PERHAPS_DELIVERED', answer };
  return { ...failureOf(error), answer };
}

/** Our name in EHLO and Message-ID: the host of the public address (RFC 5321, 4.1.3 for addresses). */
function nameOf(origin: string): string {
  const { hostname } = new URL(origin);
  if (hostname.startsWith('[')) return `[IPv6:${hostname.slice(1)}`;
  return isIP(hostname) ? `[${hostname}]` : hostname;
}

/** The configured mail server: one mail at a time, each over its own connection. */
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

  /** The message source. Its last chunk is sent only after `onEnd` has recorded that it will be. */
  const streamOf = (message: Buffer, onEnd: () => Promise<void>) =>
    Readable.from(
      (async function* () {
        for (let at = 0; at < message.length; at += PIECE) yield message.subarray(at, at + PIECE);
        await onEnd();
      })(),
      { objectMode: false },
    );

  /** Resolves when the server has accepted it; rejects with the reason. */
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
    /** @param onEnd records that the mail may have arrived from now on */
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
    /** Aborts an attempt, as if the server had closed the connection. */
    hangUp: (id: string) => lines.get(id)?.close(),
    /** Whether the server accepts our sign-in. @throws the reason */
    async verify(): Promise<void> {
      await transport.verify();
    },
  };
}
export type MailServer = ReturnType<typeof createMailServer>;
