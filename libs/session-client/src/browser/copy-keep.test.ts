import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyText, keep, keepsCookies, keptUnder, newId, readKept } from './browser';
import { stored } from './stored';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe('what a browser keeps', () => {
  it('is there again, apart for the window and for all windows, until it is removed', () => {
    keep('a', 'for all');
    keep('a', 'for this one', 'session');
    expect([readKept('a'), readKept('a', 'session')]).toEqual(['for all', 'for this one']);
    expect([localStorage.getItem('a'), sessionStorage.getItem('a')]).toEqual(['for all', 'for this one']);
    keep('a', null);
    expect([readKept('a'), readKept('a', 'session')]).toEqual([null, 'for this one']);
    keep('a', null, 'session');
    expect(readKept('a', 'session')).toBeNull();
  });

  it('is found by how its names begin, without what is empty', () => {
    keep('note.a', '1');
    keep('note.b', '2');
    keep('note.empty', '');
    keep('other.note.', '3');
    expect(keptUnder('note.').sort((a, b) => a.key.localeCompare(b.key))).toEqual([
      { key: 'note.a', text: '1' },
      { key: 'note.b', text: '2' },
    ]);
  });

  it('may be full, or refused only when it is used: the page goes on', () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(() => [keep('a', 'b'), keep('a', null)]).not.toThrow();
    expect(readKept('a')).toBeNull();
  });

  it('is a value that begins with what is given, and is read back; what can’t be read is not taken', () => {
    const value = stored('list', ['first']);
    expect(value.value).toEqual(['first']);
    value.value.push('second');
    expect(stored<string[]>('list', []).value).toEqual(['first', 'second']);
    keep('list', 'no JSON');
    expect(stored('list', ['first']).value).toEqual(['first']);
  });

  it('may be no cookies, even where asking for them fails', () => {
    const written: string[] = [];
    vi.spyOn(document, 'cookie', 'set').mockImplementation((text) => void written.push(text));
    vi.spyOn(document, 'cookie', 'get').mockReturnValue('a=1; tandem_probe=1');
    expect(keepsCookies()).toBe(true);
    expect(written).toEqual(['tandem_probe=1; Path=/; SameSite=Lax', 'tandem_probe=; Path=/; Max-Age=0; SameSite=Lax']);
    vi.spyOn(document, 'cookie', 'get').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    expect(keepsCookies()).toBe(false);
  });
});

it('an id is the browser’s own where it makes some', () => {
  vi.stubGlobal('crypto', { randomUUID: () => 'made by the browser' });
  expect(newId()).toBe('made by the browser');
});

it('an id made by hand says of which kind it is, whatever comes by chance', () => {
  for (const byte of [0x00, 0xff]) {
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(byte) });
    expect(newId()).toBe(byte ? 'ffffffff-ffff-4fff-bfff-ffffffffffff' : '00000000-0000-4000-8000-000000000000');
  }
});

describe('a text that is copied', () => {
  let marked: { text: string; parent: Element | null; style: string; isReadOnly: boolean } | null;
  let isAble: boolean;
  beforeEach(() => {
    [marked, isAble] = [null, true];
    document.execCommand = (command) => {
      expect(command).toBe('copy');
      const field = document.querySelector('textarea')!;
      const text = field.value.slice(field.selectionStart, field.selectionEnd);
      marked = { text, parent: field.parentElement, style: field.style.cssText, isReadOnly: field.readOnly };
      return isAble;
    };
  });
  const clipboard = (writeText: (text: string) => Promise<void>) =>
    vi.stubGlobal('navigator', { clipboard: { writeText } });

  it('goes to the clipboard where there is one', async () => {
    const written = vi.fn(() => Promise.resolve());
    clipboard(written);
    expect(await copyText('383 903 675')).toBe(true);
    expect(written).toHaveBeenCalledExactlyOnceWith('383 903 675');
    expect(marked).toBeNull();
  });

  it('is marked and copied where the clipboard refuses it, unseen, and nothing is left of it', async () => {
    clipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    expect(await copyText('383 903 675')).toBe(true);
    expect(marked).toMatchObject({ text: '383 903 675', parent: document.body, isReadOnly: true });
    expect(marked!.style).toContain('opacity: 0');
    expect(document.querySelector('textarea')).toBeNull();
    isAble = false;
    expect(await copyText('383 903 675')).toBe(false);
  });

  it('is marked within an open dialog, which lets nothing outside be marked, and the focus comes back', async () => {
    vi.stubGlobal('navigator', {});
    const dialog = document.body.appendChild(document.createElement('dialog'));
    const button = dialog.appendChild(document.createElement('button'));
    button.focus();
    expect(await copyText('383 903 675')).toBe(true);
    expect(marked!.parent).toBe(dialog);
    expect(document.activeElement).toBe(button);
  });
});
