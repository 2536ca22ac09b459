/** The blob storage is full. Data written before is kept. */
export class StorageFullError extends Error {}
/** Errors of the operating system, of a disk quota and of the database on the same disk. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);
const DEPTH = 5;

/** Whether the cause of an error, at any depth, is a full disk. */
export function isStorageFull(error: unknown, depth = DEPTH): boolean {
  if (error instanceof StorageFullError) return true;
  if (depth === 0 || error === null || typeof error !== 'object') return false;
  const { code, originalCode, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  if (FULL.has(String(code)) || FULL.has(String(originalCode))) return true;
  return [cause, meta, driverAdapterError].some((inner) => isStorageFull(inner, depth - 1));
}

/** The requested blob does not exist (any more). */
export class BlobMissingError extends Error {}

/** Appends to a blob. Once `write` has resolved, the data survives a crash of the process. */
export interface BlobWriter {
  /** Takes ownership of the chunks: the caller must not read them afterwards. @throws StorageFullError */
  write(parts: readonly Uint8Array[]): Promise<void>;
  /** Must be called, also after a failure: it flushes what the store has buffered. */
  close(): Promise<void>;
}

/** Storage for content that is too large for the database: a folder, or a bucket of an S3-compatible store. */
export interface BlobStore {
  /** @returns the reference by which the store finds the blob; `key` is a generated id, never a user's file name */
  create(key: string): Promise<string>;
  /** The number of stored bytes. @throws BlobMissingError */
  size(ref: string): Promise<number>;
  /** @param at the offset to append at; bytes after it are dropped. Never more than `size`. */
  append(ref: string, at: number): Promise<BlobWriter>;
  /** Completes the blob: it can be read only after this. */
  seal(ref: string): Promise<void>;
  /**
   * @param to exclusive
   * @param piece preferred chunk size; each chunk is valid until the next one is requested
   * @throws BlobMissingError
   */
  read(ref: string, from: number, to: number, piece: number): Promise<AsyncIterable<Uint8Array>>;
  /** Deletes the blob for good; a missing one is not an error. */
  remove(ref: string): Promise<void>;
  /** Bytes that may still be written, as far as the store knows, excluding the reserve. */
  room(): Promise<number>;
}
