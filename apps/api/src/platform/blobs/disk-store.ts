import { mkdir, open, readdir, rm, stat, statfs, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { letGo } from './let-go.js';
import { BlobMissingError, StorageFullError, type BlobStore, type BlobWriter } from './blob-store.js';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

const codeOf = (error: unknown) => (error as { code?: string } | null)?.code ?? '';
const missing = (error: unknown): never => {
  throw codeOf(error) === 'ENOENT' ? new BlobMissingError() : error;
};

/** Blobs as files below one folder, by ids of ours. `quota`: bytes that all of them together may take. */
export function createDiskStore(folder: string, quota = Infinity): BlobStore {
  let used = 0;
  let counted: Promise<void> | null = null;
  const usage = async (): Promise<number> => {
    await (counted ??= sizeBelow(folder).then((size) => void (used = size)));
    return used;
  };
  const pathOf = (ref: string) => {
    if (!/^[0-9a-f-]{36}$/.test(ref)) throw new BlobMissingError();
    return path.join(folder, ref.slice(0, 2), ref);
  };

  function writerOf(handle: FileHandle, at: number): BlobWriter {
    let end = at;
    return {
      async write(parts) {
        const length = parts.reduce((sum, part) => sum + part.length, 0);
        if ((await usage()) + length > quota) throw new StorageFullError();
        try {
          const { bytesWritten } = await handle.writev(parts as NodeJS.ArrayBufferView[], end);
          if (bytesWritten !== length) throw new StorageFullError(); // a full disk takes the beginning
        } catch (error) {
          await handle.truncate(end).catch(() => undefined);
          throw FULL.has(codeOf(error)) ? new StorageFullError() : error;
        }
        end += length;
        used += length;
        parts.forEach(letGo);
      },
      close: () => handle.close(),
    };
  }

  return {
    async create(key) {
      const file = pathOf(key);
      await mkdir(path.dirname(file), { recursive: true });
      await (await open(file, 'wx', 0o600)).close();
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
      await handle.datasync().finally(() => handle.close());
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
      const { bavail, bsize } = await statfs(folder);
      return Math.min(bavail * bsize, quota - (await usage()));
    },
  };
}

/** Every piece in the same memory. */
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
