/**
 * A number that a screen can show and a test can read from a video of it: seven-segment digits, large enough to survive
 * scaling and encoding. Drawing and reading use the same geometry.
 */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
type Segment = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g';

const DIGITS: Record<string, string> = {
  '0': 'abcdef',
  '1': 'bc',
  '2': 'abged',
  '3': 'abgcd',
  '4': 'fgbc',
  '5': 'afgcd',
  '6': 'afgedc',
  '7': 'abc',
  '8': 'abcdefg',
  '9': 'abfgcd',
};
/** Fractions of a digit's box: x, y, width, height. */
const SEGMENTS: Record<Segment, [number, number, number, number]> = {
  a: [0.2, 0, 0.6, 0.12],
  b: [0.8, 0.08, 0.2, 0.4],
  c: [0.8, 0.52, 0.2, 0.4],
  d: [0.2, 0.88, 0.6, 0.12],
  e: [0, 0.52, 0.2, 0.4],
  f: [0, 0.08, 0.2, 0.4],
  g: [0.2, 0.44, 0.6, 0.12],
};
const NAMES = Object.keys(SEGMENTS) as Segment[];

/** Positions of the digits in a picture of `size`, as boxes in its pixels. */
function digitBoxes(size: { width: number; height: number }, count: number): Box[] {
  const width = size.width / (count * 1.5 + 0.5);
  return Array.from({ length: count }, (_, i) => ({
    x: width * (0.5 + i * 1.5),
    y: size.height * 0.25,
    width,
    height: size.height * 0.5,
  }));
}

const within = (box: Box, [x, y, width, height]: readonly [number, number, number, number]): Box => ({
  x: box.x + x * box.width,
  y: box.y + y * box.height,
  width: width * box.width,
  height: height * box.height,
});

/** The boxes to fill to draw `number`. */
export function drawNumber(number: string, size: { width: number; height: number }): Box[] {
  return digitBoxes(size, number.length).flatMap((box, i) =>
    [...DIGITS[number[i]!]!].map((segment) => within(box, SEGMENTS[segment as Segment])),
  );
}

/** The middle of every segment of every digit, to be sampled. */
export function samplePoints(count: number, size: { width: number; height: number }): { x: number; y: number }[] {
  return digitBoxes(size, count).flatMap((box) =>
    NAMES.map((name) => {
      const part = within(box, SEGMENTS[name]);
      return { x: Math.round(part.x + part.width / 2), y: Math.round(part.y + part.height / 2) };
    }),
  );
}

/** Sampled points (dark or not) as digits; `?` where the segments form no digit. */
export function readNumber(isDark: boolean[]): string {
  const digits: string[] = [];
  for (let i = 0; i < isDark.length; i += NAMES.length) {
    const lit = NAMES.filter((_, at) => isDark[i + at]).join('');
    digits.push(
      Object.keys(DIGITS).find((digit) => [...DIGITS[digit]!].sort().join('') === [...lit].sort().join('')) ?? '?',
    );
  }
  return digits.join('');
}

export const randomNumber = (count = 4): string =>
  Array.from({ length: count }, () => Math.floor(Math.random() * 10)).join('');
