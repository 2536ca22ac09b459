import { encode } from 'uqr';

/** Light dots around, without which a camera finds no code. */
const QUIET = 4;

export interface QrDrawing {
  /** Dots on a side, the quiet ones included. */
  size: number;
  /** An SVG path: one stroke for each run of dark dots. */
  path: string;
}

/** A text as a QR code, to be drawn. */
export function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path = data
    .flatMap((row, y) => runsOf(row).map(([from, length]) => `M${from} ${y}h${length}v1h-${length}z`))
    .join('');
  return { size, path };
}

/** @returns where each run of dark dots begins, and how long it is */
function runsOf(row: readonly boolean[]): [from: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last[0] + last[1] === x) last[1]++;
    else runs.push([x, 1]);
  });
  return runs;
}
