import { SYSTEM } from '../../../platform/events/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { FileMover } from './move-file.js';
import type { FilesRepo } from './files.repo.js';
import { keyScope } from './sealed-file.js';

interface Deps extends Uses<'clock' | 'blobs' | 'keys'> {
  repo: FilesRepo;
  sessions: Sessions;
  mover: FileMover;
}

/** Expires files, and deletes the content of files that nobody can download any more. */
export function createExpireFiles({ clock, blobs, keys, repo, sessions, mover }: Deps) {
  async function purge(): Promise<void> {
    const ended = await repo.listToPurge();
    for (const { id, ref } of ended) {
      if (ref) await blobs.remove(ref);
      await repo.update(id, { purgedAt: clock.now() });
    }
    for (const sessionId of new Set(ended.map((file) => file.sessionId))) await dropKey(sessionId);
  }

  /** The key of a session is destroyed with its last file, which makes copies in backups unreadable. */
  async function dropKey(sessionId: string): Promise<void> {
    const session = await sessions.find(sessionId);
    const isOver = !session || session.state === 'ENDED';
    if (isOver && (await repo.countKept(sessionId)) === 0) await keys.destroy(keyScope(sessionId));
  }

  return async function expireFiles(): Promise<void> {
    for (const file of await repo.listToExpire(clock.now())) {
      const wasPublished = file.state === 'PUBLISHED';
      await mover.move(file, { to: 'EXPIRED', type: 'files.expired', actor: SYSTEM, wasPublished });
    }
    await purge();
    await repo.dropLinks(clock.now());
  };
}
