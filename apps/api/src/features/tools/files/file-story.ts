import { isFinal, FILE_LIFECYCLE, type FileState } from '@tandem/domain';
import type { EventActor, EventPayloads } from '../../../platform/events/index.js';
import type { Platform, Tx } from '../../../platform/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { FileRow, FilesRepo } from './files.repo.js';

export type FileEvent = Extract<keyof EventPayloads, `files.${string}`>;
type Extra<T extends FileEvent> = Omit<EventPayloads[T], 'fileId' | 'senderId' | 'kind'>;

interface Deps extends Platform {
  repo: FilesRepo;
  sessions: Sessions;
}

/** What happens to files, told in their session's log; its end is its last event, so what comes later stands in the table alone. */
export function createFileStory({ events, clock, repo, sessions }: Deps) {
  async function tell<T extends FileEvent>(
    tx: Tx,
    { id, siteId, sessionId, senderId, kind, publishedSeq }: FileRow,
    type: T,
    { actor, ...extra }: { actor: EventActor } & Extra<T>,
  ): Promise<void> {
    if ((await sessions.find(sessionId, tx))?.state === 'ENDED') return;
    const payload = { fileId: id, senderId, kind, publishedSeq, ...extra } as unknown as EventPayloads[T];
    const { seq } = await sessions.log(tx, { sessionId, siteId, actor }, type, payload);
    if (type === 'files.published') await repo.update(id, { publishedSeq: seq }, tx);
  }

  return {
    tell,
    /**
     * Moves a file on and tells of it, with its session held.
     * @returns whether the table of states allowed it
     */
    move: <T extends FileEvent>(
      file: FileRow,
      { to, change = {}, type, ...told }: Moving<T>,
      held?: Tx,
    ): Promise<boolean> => {
      const work = async (tx: Tx): Promise<boolean> => {
        await sessions.lock(tx, file.sessionId);
        const ended = isFinal(FILE_LIFECYCLE, to) ? { endedAt: clock.now(), checkDueAt: null } : {};
        if (!(await repo.move(tx, file.id, to, { ...ended, ...change }))) return false;
        await tell(tx, file, type, told as never);
        return true;
      };
      return held ? work(held) : events.transaction(work);
    },
  };
}
export type Moving<T extends FileEvent> = {
  to: FileState;
  change?: Partial<Omit<FileRow, 'size'>>;
  type: T;
  actor: EventActor;
} & Extra<T>;
export type FileStory = ReturnType<typeof createFileStory>;
