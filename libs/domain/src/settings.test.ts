import { expect, it } from 'vitest';
import { definitionOf, scopesOf, SETTING_DEFAULTS, SETTING_KEYS, SETTINGS } from './settings.js';

it('each setting begins as its row says, and is the site’s unless it says more', () => {
  expect(Object.keys(SETTING_DEFAULTS)).toEqual(Object.keys(SETTINGS));
  for (const key of SETTING_KEYS) expect(SETTING_DEFAULTS[key]).toBe(SETTINGS[key].default);
  expect(SETTING_KEYS.filter((key) => scopesOf(key).includes('USER'))).toEqual(['firstView']);
  expect(SETTING_KEYS.every((key) => scopesOf(key)[0] === 'SITE')).toBe(true);
  expect(scopesOf('siteName')).toEqual(['SITE']);
});

it('each number begins within its bounds, and each choice among its own', () => {
  for (const key of SETTING_KEYS) {
    const row = definitionOf(key);
    if (row.kind === 'NUMBER') expect([row.min <= row.default, row.default <= row.max]).toEqual([true, true]);
    if (row.kind === 'CHOICE') expect(row.choices).toContain(row.default);
  }
});
