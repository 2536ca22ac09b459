import { expect, it } from 'vitest';
import { iconPaths, pathOf } from './icons.mjs';

it('an icon is its path, and an unknown one is an error of the build', () => {
  expect(pathOf('mic-outline')).toMatch(/^[Mm][-\d., a-zA-Z]+$/);
  expect(() => pathOf('no-such-icon')).toThrow('no icon no-such-icon');
});

it('an import of an icon is a module of that path, and other imports are left alone', () => {
  const { resolveId, load } = iconPaths();
  const id = resolveId('virtual:icon/mic-outline');
  expect(load(id)).toBe(`export default ${JSON.stringify(pathOf('mic-outline'))};`);
  expect([resolveId('vue'), load('/src/main.ts')]).toEqual([null, null]);
});
