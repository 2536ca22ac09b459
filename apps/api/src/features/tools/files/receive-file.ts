import { LIMITS } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { SYSTEM } from '../../../platform/events/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { Settings } from '../../site/settings/index.js';
import type { CheckFile } from './check-file.js';
import type { FileMover } from './move-file.js';
import { actOf } from './files.policy.js';
import type { FileRow, FilesRepo } from './files.repo.js';
import { refuseEarly } from './detect-type.js';
import type { RunningHashes } from './running-hashes.js';
import { openSealed } from './sealed-file.js';
import { orStorageFull } from './storage-full.js';

interface Deps extends Uses<'clock' | 'log' | 'events' | 'blobs' | 'keys'> {
  repo: FilesRepo;
  sessions: Sessions;
  settings: Settings;
  mover: FileMover;
  hashes: RunningHashes;
  check: CheckFile;
}

/** Receives the content of an offered file, in any number of requests. */
export function createReceiveFile(deps: Deps) {
  const { events, clock, blobs, repo, sessions, settings, mover, hashes, check } = deps;

  async function withRef(file: FileRow): Promise<FileRow> {
    if (file.ref) return file;
    const ref = await blobs.create(file.id);
    await repo.update(file.id, { ref });
    return { ...file, ref };
  }

  const received = async (file: FileRow): Promise<number> => {
    if (file.state === 'CHECKING' || file.publishedAt) return file.size;
    if (file.endedAt) return 0; // its content is deleted, or will be
    return file.ref ? blobs.received(await openSealed(deps, file)) : 0;
  };

  /** The last byte was received: the file is complete, and is checked. */
  async function finish(file: FileRow): Promise<void> {
    await blobs.seal(file.ref!);
    const isMoved = await mover.move(file, {
      to: 'CHECKING',
      change: { checkDueAt: clock.now(), expiresAt: null },
      type: 'files.received',
      actor: SYSTEM,
    });
    if (isMoved) check.begin(file.id);
  }

  return {
    received,
    /**
     * The file that the viewer may upload, or ask the progress of.
     * @throws NOT_FOUND, FORBIDDEN, SESSION_ENDED, SEAT_CLOSED, FILE_GONE, FILE_CHANGED
     */
    async open({ viewer, site }: Context, id: string, fingerprint: string | undefined): Promise<FileRow> {
      const file = await repo.find(id);
      if (!file || file.siteId !== site.id) throw new Failure('NOT_FOUND');
      const { seat } = await events.transaction((tx) => sessions.access.toAct(tx, viewer, file.sessionId, actOf(file)));
      if (seat.participantId !== file.senderId) throw new Failure('NOT_FOUND');
      if (file.state === 'REFUSED') throw new Failure('FILE_REFUSED', { reason: file.refusal });
      if (file.endedAt) throw new Failure('FILE_GONE');
      if (fingerprint !== file.fingerprint) throw new Failure('FILE_CHANGED', { fileId: file.id });
      return file;
    },
    /** A file by its id, and how much of it is stored; completes an upload whose completion was missed. */
    progress: (id: string): Promise<{ file: FileRow; offset: number }> =>
      orStorageFull(async () => {
        const file = await repo.find(id);
        if (!file) throw new Failure('NOT_FOUND');
        const offset = await received(file);
        if (offset === file.size && file.state === 'UPLOADING') await finish(file);
        return { file, offset };
      }),
    /** @returns how much is stored now. @throws STORAGE_FULL, FILE_REFUSED */
    write: (id: string, offset: number, source: AsyncIterable<Uint8Array>): Promise<number> =>
      orStorageFull(async () => {
        const found = await repo.find(id);
        if (found?.state !== 'UPLOADING') throw new Failure('FILE_GONE');
        const file = await withRef(found);
        await repo.update(id, { expiresAt: after(clock.now(), LIMITS.fileUploadIdle) });
        const site = await settings.of(file.siteId);
        return blobs.append(await openSealed(deps, file), offset, source, async (plain, at) => {
          if (at === 0) await refuseEarly({ mover, site }, file, plain);
          hashes.add(id, plain, at);
        });
      }),
    finish: (id: string): Promise<void> =>
      orStorageFull(async () => {
        const file = await repo.find(id);
        if (file?.state === 'UPLOADING') await finish(file);
      }),
  };
}
export type ReceiveFile = ReturnType<typeof createReceiveFile>;
