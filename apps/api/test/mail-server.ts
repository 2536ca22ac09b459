import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { simpleParser, type ParsedMail } from 'mailparser';

export interface Received {
  /** The recipient of the envelope, to whom the mail is delivered. */
  recipients: string[];
  /** As it was received. */
  raw: string;
  mail: ParsedMail;
}

async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

type Loss = 'before the text' | 'within the text' | 'after the end';

/**
 * A site's mail server: it accepts mails, refuses recipients, asks for later attempts, is busy or silent, or loses the
 * connection. With `auth` it requires a password, without offering TLS.
 */
export async function startMailServer(at = 0, { auth }: { auth?: { user: string; pass: string } } = {}) {
  const received: Received[] = [];
  /** Addresses that it refuses, with the SMTP code. */
  const refusals = new Map<string, number>();
  /** Every recipient that was named to it, and the client's greeting name. */
  const asked: string[] = [];
  const hellos: string[] = [];
  const passwords: string[] = [];
  /** Greylisting: a recipient is refused the first time. */
  const known = new Set<string>();
  const state = { isGreylisting: false, isBusy: false, loses: null as Loss | null };
  let waiting: (() => void)[] | null = null;
  const sockets = new Set<Socket>();
  const refuse = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
  const hangUp = () => sockets.forEach((socket) => socket.destroy());
  const server = new SMTPServer({
    authOptional: !auth,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS', ...(auth ? [] : ['AUTH'])],
    logger: false,
    onAuth({ username, password }, _session, done) {
      passwords.push(password ?? '');
      const isRight = username === auth?.user && password === auth?.pass;
      done(isRight ? null : refuse(535, 'who are you'), { user: username });
    },
    onConnect(_session, done) {
      if (waiting) waiting.push(done);
      else done(state.isBusy ? refuse(421, 'too busy, come back') : null);
    },
    onMailFrom(_address, session, done) {
      hellos.push(session.hostNameAppearsAs);
      done();
    },
    onRcptTo({ address }, _session, done) {
      asked.push(address);
      if (state.loses === 'before the text') hangUp();
      const isNew = state.isGreylisting && !known.has(address);
      known.add(address);
      const responseCode = refusals.get(address) ?? (isNew ? 450 : undefined);
      done(responseCode ? Object.assign(new Error('not here'), { responseCode }) : null);
    },
    onData(stream, { envelope }, done) {
      const { loses } = state;
      if (loses === 'within the text') stream.once('data', hangUp);
      bytesOf(stream)
        .then(async (raw) => {
          const recipients = envelope.rcptTo.map(({ address }) => address);
          received.push({ recipients, raw: raw.toString(), mail: await simpleParser(raw) });
        })
        .then(() => (loses ? hangUp() : done()), done);
    },
  });
  server.on('error', () => undefined); // a client that disconnected
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => void server.listen(at, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as { port: number };
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    received,
    refusals,
    asked,
    hellos,
    passwords,
    state,
    known,
    hangUp,
    /** Connections are accepted but not answered, until the returned function is called. */
    fallSilent(): () => void {
      const silent: (() => void)[] = [];
      waiting = silent;
      return () => {
        waiting = null;
        silent.forEach((greet) => greet());
      };
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
export type MailServer = Awaited<ReturnType<typeof startMailServer>>;
