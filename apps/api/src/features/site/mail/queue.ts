import { AsyncLocalStorage } from 'node:async_hooks';
import { LIMITS, type MailFailure, type MailState, type OutgoingKind } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { MailServer, Outcome } from './mail-server.js';
import type { MailChange, MailRepo, MailRow } from './outgoing.repo.js';

/** Implemented by the owner of a kind of mail. */
export interface MailOwner {
  /** Whether it is still needed: its link is valid, its session is live. */
  isWanted(row: MailRow): Promise<boolean>;
  /** Handles the result, in the transaction that records it. */
  settled?(tx: Tx, row: MailRow, fate: { state: MailState; failure: MailFailure | null }): Promise<void>;
}

interface Deps extends Uses<'clock' | 'log' | 'events' | 'throttle'> {
  repo: MailRepo;
  server: MailServer | null;
  owners: ReadonlyMap<OutgoingKind, MailOwner>;
  replyTo(siteId: string): Promise<string | null>;
}

const HOUR = 3_600_000;
const NO_TEXTS = { text: null, html: null };
/** A server's answer as one line of printable text. */
const shown = (answer: string) =>
  answer
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, LIMITS.mailAnswer) || null;

/** The pause after this many attempts. */
const pauseAfter = (tries: number): number =>
  Math.min(LIMITS.mailPause * 2 ** Math.max(0, tries - 1), LIMITS.mailLongestPause);

/**
 * Delivers mails, a few at a time, and retries those that were deferred. All state is in the rows: a new process
 * continues where another one ended, and never sends a mail again that may have arrived.
 */
export function createQueue({ events, clock, log, throttle, repo, server, owners, replyTo }: Deps) {
  const underWay = new Map<string, { since: Date; work: Promise<void> }>();
  let round: Promise<void> | null = null;
  let isAskedAgain = false;
  let isStopped = false;
  /** Deliveries run outside the async context of the request. */
  const apart = AsyncLocalStorage.snapshot();

  async function settle(row: MailRow, state: MailState, change: MailChange): Promise<void> {
    const isOver = state !== 'DEFERRED';
    // the recipient of a conversation is deleted once it was delivered
    const unnamed = row.kind === 'CONVERSATION' && state === 'SENT' && { name: '', address: '' };
    const over = isOver && { settledAt: clock.now(), ...NO_TEXTS, ...unnamed };
    const all = { failure: null, answer: null, claimedUntil: null, endedAt: null, ...change, ...over };
    await events.transaction(async (tx) => {
      await owners.get(row.kind)?.settled?.(tx, row, { state, failure: all.failure });
      await repo.move(tx, row.id, state, all);
    });
    if (isOver) await repo.trim(row.siteId, LIMITS.mailsKept);
  }

  async function fail(row: MailRow, { failure, answer }: { failure: MailFailure; answer: string | null }) {
    log.warn({ mail: row.id, kind: row.kind, failure, answer }, 'a mail is given up');
    await settle(row, 'FAILED', { failure, answer });
  }

  /** Waits for the next attempt, if it is soon. */
  async function defer(row: MailRow, failure: MailFailure, answer: string | null): Promise<void> {
    const tryAt = after(clock.now(), pauseAfter(row.tries));
    if (tryAt >= row.until) return fail(row, { failure, answer });
    await settle(row, 'DEFERRED', { failure, answer, tryAt });
  }

  async function write(row: MailRow, outcome: Outcome): Promise<void> {
    if (outcome.state === 'SENT') return settle(row, 'SENT', {});
    const answer = shown(outcome.answer);
    if (outcome.state === 'PERHAPS_DELIVERED') return settle(row, outcome.state, { answer });
    if (outcome.state === 'FAILED') return fail(row, { failure: outcome.failure, answer });
    return defer(row, outcome.failure, answer);
  }

  /** How long an address that has reached its hourly limit has to wait; null below the limit. */
  async function pauseOf({ siteId, address, tries }: MailRow): Promise<number | null> {
    if (tries > 0) return null;
    const key = `mail:${siteId}:${address.toLowerCase()}`;
    const budget = { key, limit: LIMITS.mailsPerRecipientHour, window: HOUR };
    const { isAllowed, secondsLeft } = await throttle.take(budget);
    return isAllowed ? null : secondsLeft * 1000;
  }

  async function handle(row: MailRow): Promise<void> {
    if (!(await (owners.get(row.kind)?.isWanted(row) ?? true)) || row.until <= clock.now())
      return fail(row, { failure: row.failure ?? 'MAIL_OVERTAKEN', answer: row.answer });
    const pause = await pauseOf(row);
    if (pause !== null) return repo.postpone(row.id, { tryAt: after(clock.now(), pause), failure: 'MAIL_BUDGET' });
    if (!(await repo.claim(row.id, after(clock.now(), LIMITS.mailHandover * 2)))) return;
    const outcome = await server!.handOver(row, await replyTo(row.siteId), () => repo.setEnded(row.id, clock.now()));
    await write({ ...row, tries: row.tries + 1 }, outcome);
  }

  function begin(row: MailRow): void {
    const work = handle(row)
      .catch((error: unknown) => log.error({ err: error, mail: row.id }, 'the fate of a mail was not written down'))
      .finally(() => {
        underWay.delete(row.id);
        if (!isStopped) kick();
      });
    underWay.set(row.id, { since: clock.now(), work });
  }

  async function run(): Promise<void> {
    do {
      isAskedAgain = false;
      const room = LIMITS.mailsAtOnce - underWay.size;
      if (room > 0 && !isStopped)
        for (const row of await repo.listDue(clock.now(), room + underWay.size))
          if (!underWay.has(row.id) && underWay.size < LIMITS.mailsAtOnce) begin(row);
    } while (isAskedAgain);
  }

  /** Checks now for mails to deliver. */
  function kick(): void {
    if (!server || isStopped) return;
    if (round) isAskedAgain = true;
    else
      round = apart(run)
        .catch((error: unknown) => log.error({ err: error }, 'mails will be looked for again'))
        .finally(() => (round = null));
  }

  /** Attempts that an ended process left: a mail that may have arrived is not sent again. */
  async function takeUp(row: MailRow): Promise<void> {
    if (row.endedAt) await settle(row, 'PERHAPS_DELIVERED', {});
    else await defer(row, 'MAIL_UNREACHABLE', null);
  }

  return {
    kick,
    async sweep(): Promise<void> {
      const now = clock.now();
      if (!server) {
        // left from a time with a mail server: nothing delivers them now
        const left = (await repo.listDue(now, LIMITS.mailsKept)).filter(({ until }) => until <= now);
        for (const row of left) await fail(row, { failure: 'MAIL_OVERTAKEN', answer: row.answer });
        return;
      }
      for (const [id, { since }] of underWay) if (after(since, LIMITS.mailHandover) <= now) server.hangUp(id); // its attempt will record the result
      for (const row of await repo.listOrphans(now)) if (!underWay.has(row.id)) await takeUp(row);
      kick();
      await round;
    },
    /** For the only process that writes here: any existing claim belongs to an ended one. */
    async resume(): Promise<void> {
      for (const row of await repo.listOrphans(after(clock.now(), LIMITS.mailHandover * 2 + HOUR))) await takeUp(row);
      kick();
    },
    async stop(): Promise<void> {
      isStopped = true;
      await round;
      for (const id of underWay.keys()) server?.hangUp(id);
      await Promise.all([...underWay.values()].map(({ work }) => work));
    },
  };
}
