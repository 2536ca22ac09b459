import { describe, expect, it } from 'vitest';
import { accentContrast, contrast, CONTRAST_NEEDED, isColour, paletteOf, readableAccent } from './colours.js';

const HUES = ['#ff0000', '#ffee00', '#00ff66', '#00e5ff', '#1a4fff', '#ff00d4', '#888888', '#000000', '#ffffff'];

describe('contrast', () => {
  it('is 21 between black and white, 1 between a colour and itself', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#0f5c5c', '#0f5c5c')).toBe(1);
  });
});

describe.each(HUES)('an accent made of %s', (hue) => {
  const accent = readableAccent(hue);
  const { light, dark } = paletteOf(accent);

  it('is read on the ground of the pages', () => {
    expect(accentContrast(accent)).toBeGreaterThanOrEqual(CONTRAST_NEEDED);
  });
  it.each([
    ['light', light, ['#f6f4f1', '#ffffff']],
    ['dark', dark, ['#191715', '#23201d']],
  ] as const)('is read on %s ground, and everything on it', (_name, colours, grounds) => {
    for (const ground of grounds) expect(contrast(colours.accent, ground)).toBeGreaterThanOrEqual(CONTRAST_NEEDED);
    expect(contrast(colours.onAccent, colours.accent)).toBeGreaterThanOrEqual(CONTRAST_NEEDED);
    expect(contrast(colours.accentStrong, colours.accentSoft)).toBeGreaterThanOrEqual(CONTRAST_NEEDED);
  });
});

describe('colours that are used already', () => {
  it('stay as they are where they are read well, and become darker only as far as needed', () => {
    expect(readableAccent('#0f5c5c')).toBe('#0f5c5c');
    const darker = readableAccent('#1a9f9f');
    expect(accentContrast(darker)).toBeGreaterThanOrEqual(CONTRAST_NEEDED + 0.1);
    expect(accentContrast(darker)).toBeLessThan(CONTRAST_NEEDED + 0.4);
  });

  it('make this palette', () => {
    expect(paletteOf('#0f5c5c')).toEqual({
      light: { accent: '#0f5c5c', accentStrong: '#0b4545', accentSoft: '#e0eaea', onAccent: '#ffffff' },
      dark: { accent: '#7da7a7', accentStrong: '#abc6c6', accentSoft: '#313633', onAccent: '#1f2a2a' },
    });
  });
});

it.each([
  ['#0f5c5c', true],
  ['#0F5C5C', true],
  ['#0f5c5', false],
  ['#0f5c5c0', false],
  ['0f5c5c', false],
  ['x#0f5c5c', false],
  ['#0f5c5g', false],
])('%s is a colour: %s', (text, is) => expect(isColour(text)).toBe(is));

it('grey is read as the eye sees it', () => {
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  expect(contrast('#0a0a0a', '#000000')).toBeCloseTo(1.061, 3);
  expect(contrast('#ff0000', '#ffffff')).toBeCloseTo(3.998, 3);
  expect(contrast('#00ff00', '#ffffff')).toBeCloseTo(1.372, 3);
  expect(contrast('#0000ff', '#ffffff')).toBeCloseTo(8.592, 3);
});
