import type { FileRefusal, SettingValues } from '@tandem/domain';
import { SYSTEM } from '../../../platform/events/index.js';
import { Failure } from '../../../platform/graphql/index.js';
import type { FileMover } from './move-file.js';
import { findType, isTestVirus, HEAD_BYTES, typeByName, type DetectedType } from './file-types.js';
import { isAllowedType } from './files.policy.js';
import type { FileRow } from './files.repo.js';

/** Detects the type from the first bytes. @returns the type, or why the file is refused */
export async function detectType(
  { name, declaredType }: FileRow,
  beginning: Uint8Array,
  site: SettingValues,
): Promise<DetectedType | FileRefusal> {
  const head = Buffer.from(beginning.subarray(0, HEAD_BYTES));
  if (isTestVirus(head)) return 'MALWARE';
  const found = await findType(head, name, declaredType);
  if (!found) return 'TYPE_MISMATCH';
  // a file with another type's extension must be allowed as both types
  const sorts = [found, typeByName(name) ?? found];
  return sorts.every(({ category }) => isAllowedType(category, site)) ? found : 'TYPE_NOT_ALLOWED';
}

interface Deps {
  mover: FileMover;
  site: SettingValues;
}

/** Refuses a file at its first frame if it would be refused at the end. @throws FILE_REFUSED */
export async function refuseEarly({ mover, site }: Deps, file: FileRow, beginning: Uint8Array): Promise<void> {
  const judged = await detectType(file, beginning, site);
  if (typeof judged !== 'string') return;
  await refuse(mover, file, judged);
  throw new Failure('FILE_REFUSED', { reason: judged });
}

export const refuse = (mover: FileMover, file: FileRow, reason: FileRefusal): Promise<boolean> =>
  mover.move(file, { to: 'REFUSED', change: { refusal: reason }, type: 'files.refused', actor: SYSTEM, reason });
