import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { drawNumber, type Box } from './seven-segment.js';

const run = promisify(execFile);
export const SCREEN = { width: 1920, height: 1080 };

/** A black-and-white picture in X11's bitmap format, least significant bit first. */
function bitmap(boxes: Box[], { width, height }: { width: number; height: number }): string {
  const rowBytes = Math.ceil(width / 8);
  const bytes = new Uint8Array(rowBytes * height);
  for (const box of boxes)
    for (let y = Math.round(box.y); y < box.y + box.height; y++)
      for (let x = Math.round(box.x); x < box.x + box.width; x++) {
        const at = y * rowBytes + (x >> 3);
        bytes[at] = (bytes[at] ?? 0) | (1 << (x & 7));
      }
  const hex = Array.from(bytes, (byte) => `0x${byte.toString(16)}`).join(',');
  return `#define n_width ${width}\n#define n_height ${height}\nstatic unsigned char n_bits[] = {\n${hex}};\n`;
}

/** Shows a number on the whole X display, dark on light. */
export async function showOnDisplay(number: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tandem-display-'));
  const file = path.join(folder, 'number.xbm');
  try {
    await writeFile(file, bitmap(drawNumber(number, SCREEN), SCREEN));
    await run('xsetroot', ['-bitmap', file, '-fg', 'black', '-bg', 'white']);
  } finally {
    await rm(folder, { recursive: true });
  }
}
