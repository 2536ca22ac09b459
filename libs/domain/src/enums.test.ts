import { expect, it } from 'vitest';
import { SHARE_MODES, SHARE_OPTIONS, shareOptionOf } from './enums.js';

it('each mode of a screen belongs to the option that offers it', () => {
  expect(SHARE_MODES.filter((mode) => shareOptionOf(mode) === 'SAMPLING')).toEqual(SHARE_OPTIONS.SAMPLING);
  expect(SHARE_MODES.filter((mode) => shareOptionOf(mode) === 'STANDARD')).toEqual(SHARE_OPTIONS.STANDARD);
});
