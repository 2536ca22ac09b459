import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { simpleParser, type ParsedMail } from 'mailparser';

export interface Received {
  /** Who the envelope names: where the mail really goes. */
  recipients: string[];
  /** As it came over the wire. */
  raw: string;
  mail: ParsedMail;
}

async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A mail server of our own, as a site would have one: takes mails, refuses recipients, or is silent. */
export async function startMailServer(at = 0) {
  const received: Received[] = [];
  /** Addresses that it refuses, and with which code. */
  const refusals = new Map<string, number>();
  let waiting: (() => void)[] | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onConnect(_session, done) {
      if (waiting) waiting.push(done);
      else done();
    },
    onRcptTo({ address }, _session, done) {
      const responseCode = refusals.get(address);
      done(responseCode ? Object.assign(new Error('not here'), { responseCode }) : null);
    },
    onData(stream, { envelope }, done) {
      bytesOf(stream)
        .then(async (raw) => {
          const recipients = envelope.rcptTo.map(({ address }) => address);
          received.push({ recipients, raw: raw.toString(), mail: await simpleParser(raw) });
        })
        .then(() => done(), done);
    },
  });
  server.on('error', () => undefined); // a client that hung up
  await new Promise<void>((resolve) => void server.listen(at, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as { port: number };
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    received,
    refusals,
    /** Connections are taken, and nobody says a word, until the returned function is called. */
    fallSilent(): () => void {
      const held: (() => void)[] = [];
      waiting = held;
      return () => {
        waiting = null;
        held.forEach((greet) => greet());
      };
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
export type MailServer = Awaited<ReturnType<typeof startMailServer>>;
