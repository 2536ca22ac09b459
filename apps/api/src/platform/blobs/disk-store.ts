import { mkdir, open, readdir, rm, stat, statfs, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { LIMITS } from '@tandem/domain';
import { releaseMemory } from './release-memory.js';
import { BlobMissingError, isStorageFull, StorageFullError, type BlobStore, type BlobWriter } from './blob-store.js';

/** How often free disk space is queried while bytes arrive; in between it is estimated by counting. */
const LOOK_EVERY = 1000;

const codeOf = (error: unknown) => (error as { code?: string } | null)?.code ?? '';
const missing = (error: unknown): never => {
  throw codeOf(error) === 'ENOENT' ? new BlobMissingError() : error;
};
const orFull = (error: unknown): never => {
  throw isStorageFull(error) ? new StorageFullError() : error;
};

/** Free disk space of a folder, less the reserve for other programs. */
async function roomOnDisk(folder: string): Promise<number> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return bavail * bsize - Math.min(LIMITS.diskReserve, blocks * bsize * LIMITS.diskReserveShare);
}

/** Blobs as files in one folder, named by generated ids. `quota`: the maximum of bytes for all of them together. */
export function createDiskStore(folder: string, quota = Infinity): BlobStore {
  let used = 0;
  let counted: Promise<void> | null = null;
  const usage = async (): Promise<number> => {
    await (counted ??= sizeBelow(folder).then((size) => void (used = size)));
    return used;
  };
  let disk = { room: 0, until: 0 };
  /** Reserves space for bytes that are about to be written. @throws StorageFullError */
  async function take(length: number): Promise<void> {
    // query again before refusing: the cached value may be outdated
    if (performance.now() >= disk.until || disk.room < length)
      disk = { room: await roomOnDisk(folder), until: performance.now() + LOOK_EVERY };
    if (disk.room < length || (await usage()) + length > quota) throw new StorageFullError();
    disk.room -= length;
  }
  const pathOf = (ref: string) => {
    if (!/^[0-9a-f-]{36}$/.test(ref)) throw new BlobMissingError();
    return path.join(folder, ref.slice(0, 2), ref);
  };

  function writerOf(handle: FileHandle, at: number): BlobWriter {
    let end = at;
    return {
      async write(parts) {
        const length = parts.reduce((sum, part) => sum + part.length, 0);
        await take(length);
        try {
          const { bytesWritten } = await handle.writev(parts as NodeJS.ArrayBufferView[], end);
          if (bytesWritten !== length) throw new StorageFullError(); // a full disk may have taken part of it
        } catch (error) {
          await handle.truncate(end).catch(() => undefined);
          return orFull(error);
        }
        end += length;
        used += length;
        parts.forEach(releaseMemory);
      },
      close: () => handle.close(),
    };
  }

  return {
    async create(key) {
      const file = pathOf(key);
      await mkdir(path.dirname(file), { recursive: true }).catch(orFull);
      await (await open(file, 'wx', 0o600).catch(orFull)).close();
      return key;
    },
    size: async (ref) => (await stat(pathOf(ref)).catch(missing)).size,
    async append(ref, at) {
      await usage();
      const handle = await open(pathOf(ref), 'r+').catch(missing);
      const { size } = await handle.stat();
      if (size > at) await handle.truncate(at);
      used += Math.min(0, at - size);
      return writerOf(handle, at);
    },
    async seal(ref) {
      const handle = await open(pathOf(ref), 'r+').catch(missing);
      await handle
        .datasync()
        .finally(() => handle.close())
        .catch(orFull);
    },
    read: async (ref, from, to, piece) => pieces(await open(pathOf(ref), 'r').catch(missing), { from, to, piece }),
    async remove(ref) {
      const file = pathOf(ref);
      await usage();
      const size = await stat(file).then(
        (found) => found.size,
        () => 0,
      );
      await rm(file, { force: true });
      used -= size;
    },
    async room() {
      await mkdir(folder, { recursive: true });
      return Math.min(await roomOnDisk(folder), quota - (await usage()));
    },
  };
}

/** Every chunk reuses the same buffer. */
async function* pieces(handle: FileHandle, { from, to, piece }: { from: number; to: number; piece: number }) {
  const memory = Buffer.allocUnsafe(Math.min(piece, to - from));
  try {
    for (let at = from; at < to;) {
      const { bytesRead } = await handle.read(memory, 0, Math.min(memory.length, to - at), at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield memory.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

async function sizeBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map((entry) =>
      stat(path.join(entry.parentPath, entry.name)).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
