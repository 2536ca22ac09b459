import type { Context } from '../../../../platform/graphql/index.js';
import type { MediaRepo, MediaSeatRow } from './media.repo.js';

const BY_PARTICIPANT = Symbol('media seats by participant');

export function createMediaQueries({ repo }: { repo: MediaRepo }) {
  async function load(ids: readonly string[]): Promise<(MediaSeatRow | null)[]> {
    const rows = new Map((await repo.listSeats(ids)).map((row) => [row.participantId, row]));
    return ids.map((id) => rows.get(id) ?? null);
  }
  return {
    seatOf: (context: Context, participantId: string): Promise<MediaSeatRow | null> =>
      context.loader(BY_PARTICIPANT, load).load(participantId),
  };
}
export type MediaQueries = ReturnType<typeof createMediaQueries>;
