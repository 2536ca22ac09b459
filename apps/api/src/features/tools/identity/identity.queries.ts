import type { Context } from '../../../platform/graphql/index.js';
import type { Images } from '../../site/images/index.js';
import type { ParticipantRow, Participants } from '../../session/participants/index.js';
import { isSeated } from '../../session/sessions/index.js';
import type { UserRow, Users } from '../../site/users/index.js';
import type { IdentityRepo } from './identity.repo.js';

const PHRASES = Symbol('check phrases by participant');
const ACCOUNTS = Symbol('accounts by id');

interface Deps {
  repo: IdentityRepo;
  users: Users;
  images: Images;
  participants: Participants;
}

export function createIdentityQueries({ repo, users, images, participants }: Deps) {
  async function loadPhrases(ids: readonly string[]): Promise<(string | null)[]> {
    const rows = new Map((await repo.listByParticipants(ids)).map((row) => [row.participantId, row.phrase]));
    return ids.map((id) => rows.get(id) ?? null);
  }
  async function loadAccounts(ids: readonly string[]): Promise<(UserRow | null)[]> {
    const rows = new Map((await users.listByIds(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  }
  const phraseOf = (context: Context, id: string) => context.loader(PHRASES, loadPhrases).load(id);

  const accountOf = async (context: Context, { userId }: Pick<ParticipantRow, 'userId'>): Promise<UserRow | null> =>
    userId ? context.loader(ACCOUNTS, loadAccounts).load(userId) : null;

  return {
    phraseOf,
    /** For seated participants only: people in the waiting room, and later readers, have nothing to check. */
    async phraseFor(context: Context, { id, sessionId }: ParticipantRow): Promise<string | null> {
      const seat = await participants.queries.seatOf(context, sessionId);
      return isSeated(seat) ? phraseOf(context, id) : null;
    },
    accountOf,
    async pictureOf(context: Context, person: Pick<ParticipantRow, 'userId'>): Promise<string | null> {
      const pictureId = (await accountOf(context, person))?.pictureId;
      return pictureId ? images.pathOf(pictureId) : null;
    },
  };
}
export type IdentityQueries = ReturnType<typeof createIdentityQueries>;
