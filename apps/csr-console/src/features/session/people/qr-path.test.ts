import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { drawQr } from './qr-path';

/** The dots that a path makes dark. */
function dotsOf({ path, size }: ReturnType<typeof drawQr>): boolean[][] {
  const dots = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let at = 0; at < Number(length); at++) dots[Number(y)]![Number(x) + at] = true;
  return dots;
}

describe('an invitation as a QR code', () => {
  const link = `https://support.example.org/i/${'x'.repeat(43)}`;

  it('draws every dot of the code and no other', () =>
    expect(dotsOf(drawQr(link))).toEqual(encode(link, { ecc: 'M', border: 4 }).data));

  it('is quiet around, so that a camera finds it', () => {
    const dots = dotsOf(drawQr(link));
    const around = dots.flatMap((row, y) =>
      row.filter((_dot, x) => Math.min(x, y, row.length - 1 - x, dots.length - 1 - y) < 4),
    );
    expect(around).not.toContain(true);
    expect(dots.flat()).toContain(true);
  });
});
