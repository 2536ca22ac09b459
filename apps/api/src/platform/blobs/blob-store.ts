/** No room is left where blobs are kept. What was written before stays. */
export class StorageFullError extends Error {}
/** Of the system, of a limit of its disk, and of the database on it. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);
const DEPTH = 5;

/** Whether something failed because there is no room, however deep the others have wrapped it. */
export function isStorageFull(error: unknown, depth = DEPTH): boolean {
  if (error instanceof StorageFullError) return true;
  if (depth === 0 || error === null || typeof error !== 'object') return false;
  const { code, originalCode, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  if (FULL.has(String(code)) || FULL.has(String(originalCode))) return true;
  return [cause, meta, driverAdapterError].some((inner) => isStorageFull(inner, depth - 1));
}

/** What is asked for is not there (any more). */
export class BlobMissingError extends Error {}

/** Writes on at the end of a blob. What `write` has resolved for is kept even if the process ends then. */
export interface BlobWriter {
  /** Takes the parts over: nobody else may look at them afterwards. @throws StorageFullError */
  write(parts: readonly Uint8Array[]): Promise<void>;
  /** Must be called, also after a failure: what the store held back is kept then. */
  close(): Promise<void>;
}

/** Where bytes are kept that are too large for the database: a folder, or a bucket of an S3-compatible store. */
export interface BlobStore {
  /** @returns what the store finds the blob by; `key` is an id of ours, never a name that somebody gave */
  create(key: string): Promise<string>;
  /** Bytes that are kept. @throws BlobMissingError */
  size(ref: string): Promise<number>;
  /** @param at where to go on; what lies behind it is dropped. Never more than `size`. */
  append(ref: string, at: number): Promise<BlobWriter>;
  /** The blob is whole: only now can it be read. */
  seal(ref: string): Promise<void>;
  /**
   * @param to exclusive
   * @param piece bytes that are best had at a time; each is good until the next is asked for
   * @throws BlobMissingError
   */
  read(ref: string, from: number, to: number, piece: number): Promise<AsyncIterable<Uint8Array>>;
  /** Deletes it for good; what is gone already is fine. */
  remove(ref: string): Promise<void>;
  /** Bytes that may still be written, as far as the store knows: what its reserve is for is none of them. */
  room(): Promise<number>;
}
