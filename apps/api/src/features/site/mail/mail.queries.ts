import { LIMITS, type MailFailure, type MailState, type OutgoingKind } from '@tandem/domain';
import { decodeCursor, pageSize, toPage, type Context } from '../../../platform/graphql/index.js';
import type { CaughtMailType, UnsentMailConnectionType, UnsentMailType } from './mail.types.js';
import type { MailRepo, MailRow } from './outgoing.repo.js';

export interface MailFate {
  id: string;
  refId: string | null;
  address: string;
  name: string;
  state: MailState;
  failure: MailFailure | null;
}

/** The mail whose links may be shown. */
export type CaughtRow = Pick<MailRow, 'kind' | 'refId' | 'address' | 'sessionId'>;
/** Whether the viewer may follow the links in a mail. */
export type MayFollow = (context: Context, row: CaughtRow) => Promise<boolean> | boolean;
/** The secret part of links to a password, an address or a seat, in any wording. */
const SECRET = /((?:welcome|address|i)(?:\/|%2F))[\w-]{20,}/gi;

interface Deps {
  guards: ReadonlyMap<OutgoingKind, MayFollow>;
  repo: MailRepo;
  from: string;
  isCaught: boolean;
  canTryAgain(row: MailRow): boolean;
}

export function createMailQueries({ guards, repo, from, isCaught, canTryAgain }: Deps) {
  const toUnsent = (row: MailRow): UnsentMailType => ({
    ...row,
    nextTryAt: row.state === 'DEFERRED' ? row.tryAt : null,
    canTryAgain: row.state !== 'DEFERRED' && canTryAgain(row),
  });
  const quoted = ({ name, address }: MailRow) => (name ? `"${name}" <${address}>` : address);

  return {
    /**
     * Mails that were not sent for lack of a mail server, with their texts, newest first. Empty when one is configured.
     */
    async caught(context: Context, first: number): Promise<(CaughtMailType & Pick<MailRow, 'kind' | 'refId'>)[]> {
      if (!isCaught) return [];
      const rows = await repo.listCaught(context.site.id, pageSize(first));
      const mayFollow = await Promise.all(
        rows.map(async (row) => (await guards.get(row.kind)?.(context, row)) ?? true),
      );
      const shown = (text: string | null, at: number) =>
        mayFollow[at] ? (text ?? '') : (text ?? '').replace(SECRET, '$1…');
      return rows.map((row, at) => ({
        id: row.id,
        kind: row.kind,
        refId: row.refId,
        from,
        to: quoted(row),
        subject: row.subject,
        text: shown(row.text, at),
        html: shown(row.html, at),
        hasHiddenLinks: !mayFollow[at],
        receivedAt: row.createdAt,
      }));
    },
    async unsent({ site }: Context, first: number, after: string | null): Promise<UnsentMailConnectionType> {
      const size = pageSize(first);
      const rows = await repo.listUnsent(site.id, size + 1, after ? decodeCursor(after) : undefined);
      return toPage(rows, { size, after }, ({ createdAt, id }) => ({ at: createdAt, id }), toUnsent);
    },
    /** The mails about these subjects, the oldest first. */
    async fates(refIds: string[]): Promise<MailFate[]> {
      return refIds.length ? repo.listByRefs(refIds.slice(0, LIMITS.mailsKept)) : [];
    },
    find: (id: string): Promise<MailRow | null> => repo.find(id),
  };
}
export type MailQueries = ReturnType<typeof createMailQueries>;
