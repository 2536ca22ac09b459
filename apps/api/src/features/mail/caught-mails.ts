import { Failure, pageSize } from '../../platform/graphql/index.js';
import type { CaughtMailRow, MailRepo } from './mail.repo.js';

/** What the catcher holds, newest first. Where a mail server is set there is no catcher, and nothing to find. */
export function createCaughtMails({ repo, isCaught }: { repo: MailRepo; isCaught: boolean }) {
  return async (first: number): Promise<CaughtMailRow[]> => {
    if (!isCaught) throw new Failure('NOT_FOUND');
    return repo.list(pageSize(first));
  };
}
export type CaughtMails = ReturnType<typeof createCaughtMails>;
