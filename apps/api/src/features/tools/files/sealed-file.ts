import { frameKey, type SealedBlob } from '../../../platform/blobs/index.js';
import { Failure } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import { KeyServiceError } from '../../../platform/keys/index.js';
import type { FileRow } from './files.repo.js';

/** The key scope of a session's files. */
export const keyScope = (sessionId: string): string => `session:${sessionId}`;

/** A file with its encryption key, once its upload has started. @throws KEYS_UNAVAILABLE */
export async function openSealed({ keys, log }: Uses<'keys' | 'log'>, file: FileRow): Promise<SealedBlob> {
  if (!file.ref) throw new Error(`file ${file.id} has no bytes`);
  try {
    return { ref: file.ref, sealing: frameKey(await keys.of(keyScope(file.sessionId)), file.id, file.size) };
  } catch (error) {
    if (!(error instanceof KeyServiceError)) throw error;
    log.error({ err: error, fileId: file.id }, 'a file can not be opened: its key can not be unwrapped');
    throw new Failure('KEYS_UNAVAILABLE');
  }
}
