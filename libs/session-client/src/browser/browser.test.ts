import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyText, keep, keepsCookies, keptUnder, newId, readKept } from './browser';
import { stored } from './stored';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a page without HTTPS', () => {
  it('creates ids', () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const ids = Array.from({ length: 100 }, newId);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('copies without the clipboard API, and reports a failure', async () => {
    vi.stubGlobal('navigator', {});
    let marked = '';
    document.execCommand = vi.fn(() => {
      marked = (document.querySelector('textarea') as HTMLTextAreaElement).value;
      return true;
    });
    expect(await copyText('383 903 675')).toBe(true);
    expect(marked).toBe('383 903 675');
    expect(document.querySelector('textarea')).toBeNull();
    document.execCommand = vi.fn(() => {
      throw new Error('no');
    });
    expect(await copyText('383 903 675')).toBe(false);
  });
});

describe('a browser that keeps nothing', () => {
  it('lets the page go on', () => {
    for (const name of ['localStorage', 'sessionStorage'] as const)
      vi.spyOn(globalThis, name, 'get').mockImplementation(() => {
        throw new DOMException('refused', 'SecurityError');
      });
    vi.spyOn(document, 'cookie', 'get').mockReturnValue('');
    expect(readKept('a')).toBeNull();
    expect(() => keep('a', 'b', 'session')).not.toThrow();
    expect(keptUnder('a')).toEqual([]);
    const value = stored('a', 1);
    value.value = 2;
    expect(value.value).toBe(2);
    expect(keepsCookies()).toBe(false);
  });

  it('is distinguished from one that keeps cookies', () => {
    expect(keepsCookies()).toBe(true);
    expect(document.cookie).not.toContain('probe=1');
  });
});
