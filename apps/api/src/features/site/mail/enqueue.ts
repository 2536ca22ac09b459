import { LIMITS, type MailState, type OutgoingKind } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { newId } from '../../../platform/crypto/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { MailRepo, MailRow } from './outgoing.repo.js';

export interface Mail {
  siteId: string;
  kind: OutgoingKind;
  /** What it is about. An older unsent mail to the same address with the same subject is cancelled. */
  refId?: string;
  sessionId?: string;
  /** The account that caused it. */
  askedById?: string | null;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** When its link or session expires. */
  until?: Date;
}

/** Enqueues a mail, in the transaction of the change. Call `kick` after the commit. */
export function createEnqueue({ clock, repo, hasServer }: Uses<'clock'> & { repo: MailRepo; hasServer: boolean }) {
  return async function enqueue(tx: Tx, mail: Mail): Promise<{ id: string; state: MailState }> {
    const { siteId, kind, refId = null, sessionId = null, askedById = null, to, subject, text, html } = mail;
    const now = clock.now();
    const givenUpAt = after(now, LIMITS.mailTriedFor);
    const row: MailRow = {
      id: newId(),
      siteId,
      kind,
      refId,
      sessionId,
      askedById,
      name: to.name,
      address: to.address,
      subject,
      text,
      html,
      state: hasServer ? 'SENDING' : 'NOT_SENT',
      failure: null,
      answer: null,
      tries: 0,
      createdAt: now,
      tryAt: now,
      until: mail.until && mail.until < givenUpAt ? mail.until : givenUpAt,
      claimedUntil: null,
      endedAt: null,
      settledAt: hasServer ? null : now,
    };
    if (refId) await repo.removeUnsent(tx, [refId], to.address);
    await repo.create(tx, row);
    return { id: row.id, state: row.state };
  };
}
