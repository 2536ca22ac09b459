import { describe, expect, it } from 'vitest';

import { formatBytes } from './format-bytes';

describe('a size', () => {
  it('goes in steps of 1024', () => {
    expect(formatBytes(2.3 * 1024 ** 2, 'en')).toBe('2.3 MB');
    expect(formatBytes(1536, 'ko')).toBe('1.5kB');
  });

  it('says bytes in the words of the language', () => {
    expect(formatBytes(800, 'ko')).toBe('800바이트');
    expect(formatBytes(1, 'en')).toBe('1 byte');
  });
});
