import { frameKey, type SealedBlob } from '../../../platform/blobs/index.js';
import { Failure } from '../../../platform/graphql/index.js';
import type { Platform } from '../../../platform/index.js';
import { KeyServiceError } from '../../../platform/keys/index.js';
import type { FileRow } from './files.repo.js';

/** What the keys of a session's files are kept under. */
export const keyScope = (sessionId: string): string => `session:${sessionId}`;

/** A file with the key that it is sealed under, for one whose bytes have begun to come. @throws KEYS_UNAVAILABLE */
export async function openSealed({ keys, log }: Pick<Platform, 'keys' | 'log'>, file: FileRow): Promise<SealedBlob> {
  if (!file.ref) throw new Error(`file ${file.id} has no bytes`);
  try {
    return { ref: file.ref, sealing: frameKey(await keys.of(keyScope(file.sessionId)), file.id, file.size) };
  } catch (error) {
    if (!(error instanceof KeyServiceError)) throw error;
    log.error({ err: error, fileId: file.id }, 'a file can not be opened: its key can not be unwrapped');
    throw new Failure('KEYS_UNAVAILABLE');
  }
}
