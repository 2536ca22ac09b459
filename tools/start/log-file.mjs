// A log that does not fill the disk: past a size it is put aside, and the oldest put aside goes.
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const MAX_BYTES = 10 * 1024 * 1024;
const KEPT = 3;

/**
 * @param {string} file
 * @returns {(line: string) => void} writes a line; tokens of the media server's addresses are left out
 */
export function logFile(file, { maxBytes = MAX_BYTES } = {}) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  let size = existsSync(file) ? statSync(file).size : 0;
  return (line) => {
    const text = `${line.replace(/(access_token=)[^&\s"\\]+/g, '$1…')}\n`;
    if (size > 0 && size + Buffer.byteLength(text) > maxBytes) {
      putAside(file);
      size = 0;
    }
    appendFileSync(file, text, { mode: 0o600 });
    size += Buffer.byteLength(text);
  };
}

/** api.log → api.log.1 → api.log.2 → api.log.3 */
function putAside(file) {
  for (let number = KEPT - 1; number >= 0; number--) {
    const from = number ? `${file}.${number}` : file;
    if (existsSync(from)) renameSync(from, `${file}.${number + 1}`);
  }
}
