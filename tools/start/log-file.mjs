// A log that does not fill the disk: past a size it is put aside, and the oldest put aside goes.
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const MAX_BYTES = 10 * 1024 * 1024;
const KEPT = 3;

/**
 * @param {string} file
 * @returns {(line: string) => void} writes a line, and never throws; tokens of the media server's addresses are left out
 */
export function logFile(file, { maxBytes = MAX_BYTES } = {}) {
  let size;
  let lost = 0;

  function write(text) {
    if (size === undefined) {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      size = existsSync(file) ? statSync(file).size : 0;
    }
    if (size > 0 && size + Buffer.byteLength(text) > maxBytes) {
      putAside(file);
      size = 0;
    }
    appendFileSync(file, text, { mode: 0o600 });
    size += Buffer.byteLength(text);
  }

  return (line) => {
    const text = `${line.replace(/(access_token=)[^&\s"\\]+/g, '$1…')}\n`;
    try {
      write(lost ? `… ${lost} lines could not be written\n${text}` : text);
      lost = 0;
    } catch {
      lost++; // a full disk must not end what writes to it
    }
  };
}

/** api.log → api.log.1 → api.log.2 → api.log.3 */
function putAside(file) {
  for (let number = KEPT - 1; number >= 0; number--) {
    const from = number ? `${file}.${number}` : file;
    if (existsSync(from)) renameSync(from, `${file}.${number + 1}`);
  }
}
