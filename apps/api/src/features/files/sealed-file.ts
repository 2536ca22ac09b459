import { frameKey, type SealedBlob } from '../../platform/blobs/index.js';
import type { Platform } from '../../platform/index.js';
import type { FileRow } from './files.repo.js';

/** What the keys of a session's files are kept under. */
export const keyScope = (sessionId: string): string => `session:${sessionId}`;

/** A file with the key that it is sealed under, for one whose bytes have begun to come. */
export async function openSealed({ keys }: Pick<Platform, 'keys'>, file: FileRow): Promise<SealedBlob> {
  if (!file.ref) throw new Error(`file ${file.id} has no bytes`);
  return { ref: file.ref, sealing: frameKey(await keys.of(keyScope(file.sessionId)), file.id, file.size) };
}
