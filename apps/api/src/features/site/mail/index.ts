import { setTimeout as wait } from 'node:timers/promises';
import type { OutgoingKind } from '@tandem/domain';
import { isEmail } from 'class-validator';
import type { Platform, Tx } from '../../../platform/index.js';
import type { Settings } from '../settings/index.js';
import type { Users } from '../users/index.js';
import { createEnqueue } from './enqueue.js';
import { createMailQueries, type MailFate, type MayFollow } from './mail.queries.js';
import { MailResolver, SiteMailResolver } from './mail.resolver.js';
import { createMailServer } from './mail-server.js';
import { createMailRepo } from './outgoing.repo.js';
import { createQueue, type MailOwner } from './queue.js';
import { createTryAgain, type WriteAgain } from './try-again.js';
import { createVerify } from './verify-server.js';

export { MailFateType } from './mail.types.js';
export type { Mail } from './enqueue.js';
export type { CaughtRow, MailFate } from './mail.queries.js';
export type { MailRow } from './outgoing.repo.js';
export type MailService = ReturnType<typeof createMail>;

const LOOK_AGAIN = 100;

/** All outgoing mail: a queue, delivered to the mail server of SMTP_URL. Without one, nothing is sent. */
export function createMail(platform: Platform, { settings, users }: { settings: Settings; users: Users }) {
  const { config } = platform;
  const repo = createMailRepo(platform.db);
  const server = config.smtpUrl ? createMailServer({ ...config, smtpUrl: config.smtpUrl }) : null;
  const owners = new Map<OutgoingKind, MailOwner>();
  const writers = new Map<OutgoingKind, WriteAgain>();
  async function replyTo(siteId: string): Promise<string | null> {
    const { mailReplyTo } = await settings.of(siteId);
    return isEmail(mailReplyTo) ? mailReplyTo : null;
  }
  const queue = createQueue({ ...platform, repo, server, owners, replyTo });
  const guards = new Map<OutgoingKind, MayFollow>();
  const queries = createMailQueries({
    guards,
    repo,
    from: config.mailFrom,
    isCaught: !server,
    canTryAgain: ({ kind }) => writers.has(kind),
  });
  const enqueue = createEnqueue({ ...platform, repo, hasServer: server !== null });
  const verify = createVerify(platform, server);
  platform.sweeper.add({ name: 'mails', every: 5000, run: queue.sweep });

  return {
    resolvers: [
      new MailResolver({ queries, users, server: verify.found, tryAgain: createTryAgain({ repo, writers }) }),
      new SiteMailResolver(server !== null),
    ],
    /** Whether a mail server is configured. */
    canSend: server !== null,
    /** Whether a mail server is configured and accepts our sign-in. */
    isServerWell: (): boolean => verify.found.state === 'WORKS' || verify.found.state === 'CHECKING',
    enqueue,
    /** Call after the commit of `enqueue`. */
    kick: queue.kick,
    /**
     * Registers the owner of a kind of mail: asked before each attempt whether it is still needed, and notified of the
     * result.
     */
    own: (kinds: OutgoingKind[], owner: MailOwner): void => kinds.forEach((kind) => owners.set(kind, owner)),
    /** Registers who may follow the links in a kind of mail; others see them removed in the list of unsent mails. */
    guardsLinks: (kinds: OutgoingKind[], mayFollow: MayFollow): void =>
      kinds.forEach((kind) => guards.set(kind, mayFollow)),
    /** Registers how a kind of mail is composed again. */
    writesAgain: (kinds: OutgoingKind[], write: WriteAgain): void => kinds.forEach((kind) => writers.set(kind, write)),
    removeUnsent: (tx: Tx, refIds: string[]): Promise<void> => repo.removeUnsent(tx, refIds),
    /** The subject of these mails is closed: their state is checked now. */
    async giveUp(refIds: string[]): Promise<void> {
      await repo.hasten(refIds, platform.clock.now());
      queue.kick();
    },
    fates: queries.fates,
    /** The delivery state of a mail, after a short wait: most servers answer immediately. */
    async fateWithin(id: string, milliseconds: number): Promise<MailFate | null> {
      let row = await queries.find(id);
      for (let waited = 0; row?.state === 'SENDING' && waited < milliseconds; waited += LOOK_AGAIN) {
        await wait(LOOK_AGAIN, undefined, { ref: false });
        row = await queries.find(id);
      }
      return row;
    },
    /** @param tell reports a mail server that refuses our sign-in */
    async start(tell: (sentence: string) => void): Promise<void> {
      verify.start(tell);
      await queue.resume();
    },
    async stop(): Promise<void> {
      verify.stop();
      await queue.stop();
    },
  };
}
