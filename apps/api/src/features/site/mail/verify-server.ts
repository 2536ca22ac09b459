import type { Uses } from '../../../platform/index.js';
import type { MailServer } from './mail-server.js';
import type { MailServerState, MailServerType } from './mail.types.js';

const AGAIN = 60_000;

function stateOf(code: string | undefined): MailServerState {
  if (code === 'ETLS') return 'NO_TLS';
  return code === 'EAUTH' || code === 'ENOAUTH' ? 'SIGN_IN_REFUSED' : 'UNREACHABLE';
}
const SAID: Record<'UNREACHABLE' | 'SIGN_IN_REFUSED' | 'NO_TLS', string> = {
  UNREACHABLE: 'The mail server can’t be reached: mails wait. Look at SMTP_URL and at the server.',
  SIGN_IN_REFUSED: 'The mail server refuses the user name or password of SMTP_URL: mails wait. Correct them.',
  NO_TLS:
    'The mail server offers no TLS that we can trust, and a password is not sent without: mails wait. Use smtps://, NODE_EXTRA_CA_CERTS for an own authority, or add ?requireTLS=false to SMTP_URL.',
};

/**
 * Checks at the start whether the mail server accepts our sign-in, and repeatedly while it does not. The start does not
 * wait for it.
 */
export function createVerify({ config, log }: Uses<'config' | 'log'>, server: MailServer | null) {
  const url = config.smtpUrl ? new URL(config.smtpUrl) : null;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const found: MailServerType = {
    state: server ? 'CHECKING' : 'NONE',
    host: url?.host ?? null,
    from: server ? config.mailFrom : null,
    answer: null,
  };

  async function look(tell: (sentence: string) => void): Promise<void> {
    const before = found.state;
    try {
      await server!.verify();
      Object.assign(found, { state: 'WORKS', answer: null });
      log.info({ host: found.host }, 'the mail server lets us in');
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      const state = stateOf(code) as keyof typeof SAID;
      Object.assign(found, { state, answer: message.slice(0, 300) });
      if (before !== state) {
        log.warn({ host: found.host, err: error }, SAID[state]);
        tell(`${SAID[state]} (${found.host}: ${message})`);
      }
      if (!isStopped) timer = setTimeout(() => void look(tell), AGAIN).unref();
    }
  }
  return {
    found,
    start: (tell: (sentence: string) => void) => void (server && look(tell)),
    stop(): void {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
