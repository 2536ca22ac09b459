/** Colours as `#rrggbb`, and their contrast (WCAG 2, 1.4.3). */
export const CONTRAST_NEEDED = 4.5;
export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

type Rgb = [number, number, number];
const rgbOf = (colour: string): Rgb => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as Rgb;
const colourOf = (rgb: number[]) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Mixes a share of `b` into `a`. */
function mix(a: string, b: string, share: number): string {
  const other = rgbOf(b);
  return colourOf(rgbOf(a).map((part, at) => part * (1 - share) + other[at]! * share));
}

function luminance(colour: string): number {
  const [r, g, b] = rgbOf(colour).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Moves a colour towards black or white until its contrast with another is sufficient. */
function untilRead(colour: string, on: string, towards: string, needed: number = CONTRAST_NEEDED): string {
  let next = colour;
  for (let share = 0; contrast(next, on) < needed && share < 1; share += 0.02) next = mix(colour, towards, share);
  return contrast(next, on) < needed ? towards : next;
}

const BLACK = '#000000';
const WHITE = '#ffffff';
/** The backgrounds of our pages, as in the tokens of libs/ui. */
const GROUND = { light: '#f6f4f1', dark: '#23201d' } as const;
/** Slightly more than required, so that rounding does not fall below it. */
const SAFE = CONTRAST_NEEDED + 0.1;

/** Whether a colour has enough contrast for buttons and links. */
export const accentContrast = (accent: string): number => contrast(accent, GROUND.light);
/** The nearest darker colour that has. */
export const readableAccent = (accent: string): string => untilRead(accent, GROUND.light, BLACK, SAFE);

export interface AccentColours {
  accent: string;
  accentStrong: string;
  accentSoft: string;
  onAccent: string;
}
/** All colours that the pages derive from an accent, for the light and the dark theme. */
export function paletteOf(accent: string): { light: AccentColours; dark: AccentColours } {
  const soft = mix(WHITE, accent, 0.13);
  const bright = untilRead(accent, GROUND.dark, WHITE, 6);
  const softDark = mix(GROUND.dark, bright, 0.16);
  return {
    light: {
      accent,
      accentStrong: untilRead(mix(accent, BLACK, 0.25), soft, BLACK, SAFE),
      accentSoft: soft,
      onAccent: WHITE,
    },
    dark: {
      accent: bright,
      accentStrong: untilRead(mix(bright, WHITE, 0.35), softDark, WHITE, SAFE),
      accentSoft: softDark,
      onAccent: untilRead(mix(bright, BLACK, 0.75), bright, BLACK, SAFE),
    },
  };
}
