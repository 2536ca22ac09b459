import { isFinal, FILE_LIFECYCLE, type FileState } from '@tandem/domain';
import type { EventActor, EventPayloads } from '../../../platform/events/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { FileRow, FilesRepo } from './files.repo.js';

export type FileEvent = Extract<keyof EventPayloads, `files.${string}`>;
type Extra<T extends FileEvent> = Omit<EventPayloads[T], 'fileId' | 'senderId' | 'kind'>;

interface Deps extends Uses<'clock' | 'events'> {
  repo: FilesRepo;
  sessions: Sessions;
}

/** Changes the state of files and appends it to the session's log. After the end of the session only the table changes. */
export function createFileMover({ events, clock, repo, sessions }: Deps) {
  async function log<T extends FileEvent>(
    tx: Tx,
    { id, siteId, sessionId, senderId, kind, publishedSeq }: FileRow,
    type: T,
    { actor, ...extra }: { actor: EventActor } & Extra<T>,
  ): Promise<void> {
    if ((await sessions.find(sessionId, tx))?.state === 'ENDED') return;
    const payload: object = { fileId: id, senderId, kind, publishedSeq, ...extra };
    const { seq } = await sessions.log(tx, { sessionId, siteId, actor }, type, payload as EventPayloads[T]);
    if (type === 'files.published') await repo.update(id, { publishedSeq: seq }, tx);
  }

  return {
    log,
    /**
     * Locks the session, moves the file to its next state and appends the event.
     * @param own the transaction of the caller, if it has one
     * @returns false when the lifecycle does not allow it
     */
    move: <T extends FileEvent>(
      file: FileRow,
      { to, change = {}, type, ...rest }: Moving<T>,
      own?: Tx,
    ): Promise<boolean> => {
      const work = async (tx: Tx): Promise<boolean> => {
        await sessions.lock(tx, file.sessionId);
        const ended = isFinal(FILE_LIFECYCLE, to) ? { endedAt: clock.now(), checkDueAt: null } : {};
        if (!(await repo.move(tx, file.id, to, { ...ended, ...change }))) return false;
        await log(tx, file, type, rest as never);
        return true;
      };
      return own ? work(own) : events.transaction(work);
    },
  };
}
export type Moving<T extends FileEvent> = {
  to: FileState;
  change?: Partial<Omit<FileRow, 'size'>>;
  type: T;
  actor: EventActor;
} & Extra<T>;
export type FileMover = ReturnType<typeof createFileMover>;
