import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A file with the first bytes of a PDF, then arbitrary bytes. */
export const somePdf = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);

/** A temporary folder with files to choose from. */
export function folder() {
  const at = mkdtempSync(path.join(tmpdir(), 'tandem-files-'));
  return {
    add(name: string, bytes: Uint8Array): string {
      const file = path.join(at, name);
      writeFileSync(file, bytes);
      return file;
    },
    remove: () => rmSync(at, { recursive: true, force: true }),
  };
}
