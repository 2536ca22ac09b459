const WINDOW = 8;
const STEP = 4;
// after Wang, Bovik, Sheikh and Simoncelli (2004), for one byte a pixel
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** Structural similarity of two pictures: 1 means identical. The mean over windows of 8 x 8 pixels. */
export function ssim(one: Uint8Array, other: Uint8Array, width: number): number {
  const height = one.length / width;
  let sum = 0;
  let count = 0;
  for (let y = 0; y + WINDOW <= height; y += STEP)
    for (let x = 0; x + WINDOW <= width; x += STEP, count++) sum += inWindow(one, other, y * width + x, width);
  return sum / count;
}

function inWindow(one: Uint8Array, other: Uint8Array, from: number, width: number): number {
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let row = 0; row < WINDOW; row++)
    for (let at = from + row * width, end = at + WINDOW; at < end; at++) {
      const [p, q] = [one[at]!, other[at]!];
      a += p;
      b += q;
      aa += p * p;
      bb += q * q;
      ab += p * q;
    }
  const n = WINDOW * WINDOW;
  const [meanA, meanB] = [a / n, b / n];
  const [varA, varB, both] = [aa / n - meanA ** 2, bb / n - meanB ** 2, ab / n - meanA * meanB];
  return ((2 * meanA * meanB + C1) * (2 * both + C2)) / ((meanA ** 2 + meanB ** 2 + C1) * (varA + varB + C2));
}
