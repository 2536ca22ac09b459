import { decodeCursor, pageSize, toPage, type Context } from '../../../platform/graphql/index.js';
import type { MailFate, MailService } from '../../site/mail/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { Users } from '../../site/users/index.js';
import type { ConcernRow, ConcernsRepo } from './concerns.repo.js';
import type { ConcernConnectionType } from './concerns.types.js';

interface Deps {
  repo: ConcernsRepo;
  sessions: Sessions;
  participants: Participants;
  users: Users;
  mail: MailService;
}

const MAILS = Symbol('mails of concerns');

export function createConcernQueries({ repo, sessions, participants, users, mail }: Deps) {
  async function mailsOfAll(ids: readonly string[]): Promise<MailFate[][]> {
    const byConcern = Map.groupBy(await mail.fates([...ids]), ({ refId }) => refId);
    return ids.map((id) => byConcern.get(id) ?? []);
  }
  return {
    async list({ site }: Context, first: number, after: string | null): Promise<ConcernConnectionType> {
      const size = pageSize(first);
      const rows = await repo.list(site.id, size + 1, after ? decodeCursor(after) : undefined);
      const cursorOf = ({ reportedAt, id }: ConcernRow) => ({ at: reportedAt, id });
      return { ...toPage(rows, { size, after }, cursorOf, (row) => row), openCount: await repo.countOpen(site.id) };
    },
    async numberOf(context: Context, { sessionId }: ConcernRow): Promise<string> {
      return (await sessions.byId(context, sessionId))?.number ?? '';
    },
    async personOf(context: Context, participantId: string | null): Promise<string | null> {
      return participantId ? ((await participants.queries.byId(context, participantId))?.name ?? null) : null;
    },
    mailsOf: (context: Context, { id }: ConcernRow): Promise<MailFate[]> => context.loader(MAILS, mailsOfAll).load(id),
    async handlerOf(context: Context, { handledById }: ConcernRow): Promise<string | null> {
      return handledById ? ((await users.byId(context, handledById))?.name ?? null) : null;
    },
  };
}
export type ConcernQueries = ReturnType<typeof createConcernQueries>;
