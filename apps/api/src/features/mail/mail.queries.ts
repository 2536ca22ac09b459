import { LIMITS, type MailFailure, type MailState } from '@tandem/domain';
import { decodeCursor, Failure, pageSize, toPage, type Context } from '../../platform/graphql/index.js';
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

interface Deps {
  repo: MailRepo;
  from: string;
  isCaught: boolean;
  canTryAgain(row: MailRow): boolean;
}

export function createMailQueries({ repo, from, isCaught, canTryAgain }: Deps) {
  const toUnsent = (row: MailRow): UnsentMailType => ({
    ...row,
    nextTryAt: row.state === 'DEFERRED' ? row.tryAt : null,
    canTryAgain: row.state !== 'DEFERRED' && canTryAgain(row),
  });
  const quoted = ({ name, address }: MailRow) => (name ? `"${name}" <${address}>` : address);

  return {
    /** What stayed here, with what it says, newest first. Where a mail server is set there is nothing to find. */
    async caught({ site }: Context, first: number): Promise<(CaughtMailType & Pick<MailRow, 'kind' | 'refId'>)[]> {
      if (!isCaught) throw new Failure('NOT_FOUND');
      const rows = await repo.listCaught(site.id, pageSize(first));
      return rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        refId: row.refId,
        from,
        to: quoted(row),
        subject: row.subject,
        text: row.text ?? '',
        html: row.html ?? '',
        receivedAt: row.createdAt,
      }));
    },
    async unsent({ site }: Context, first: number, after: string | null): Promise<UnsentMailConnectionType> {
      const size = pageSize(first);
      const rows = await repo.listUnsent(site.id, size + 1, after ? decodeCursor(after) : undefined);
      return toPage(rows, { size, after }, ({ createdAt, id }) => ({ at: createdAt, id }), toUnsent);
    },
    /** What became of the mails about these, the oldest first. */
    async fates(refIds: string[]): Promise<MailFate[]> {
      return refIds.length ? repo.listByRefs(refIds.slice(0, LIMITS.mailsKept)) : [];
    },
    find: (id: string): Promise<MailRow | null> => repo.find(id),
  };
}
export type MailQueries = ReturnType<typeof createMailQueries>;
