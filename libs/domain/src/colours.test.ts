import { describe, expect, it } from 'vitest';
import { accentContrast, contrast, CONTRAST_NEEDED, paletteOf, readableAccent } from './colours.js';

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
