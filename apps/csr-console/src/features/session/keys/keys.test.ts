import { createTexts } from '@tandem/session-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { en, ko } from '../../../texts';
import { ariaKeys, codesOf, KEYS, keyText, type Key, type KeyId } from './keys';

/** What browsers, Windows and Mac take for themselves, or everybody expects of them. */
const TAKEN = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `Ctrl+Digit${digit}`),
  ...['W', 'T', 'N', 'R', 'L', 'F', 'P', 'S', 'D', 'H', 'J', 'A', 'C', 'V', 'X', 'Z'].map((name) => `Ctrl+Key${name}`),
  ...['Ctrl+Tab', 'Ctrl+Enter', 'Ctrl+Shift+KeyT', 'Ctrl+Shift+KeyN', 'Ctrl+Shift+KeyW', 'Ctrl+Shift+Delete'],
  ...['Alt+KeyD', 'Alt+F4', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Alt+Tab', 'Alt+Space', 'Alt+Escape'],
  ...['F1', 'F3', 'F5', 'F6', 'F11', 'F12', 'Space', 'Enter', 'Escape', 'Tab', 'Slash', 'Quote', 'Backspace'],
];

function combinationsOf(key: Key): string[] {
  const modifiers = [key.ctrl && 'Ctrl', key.alt && 'Alt', key.shift && 'Shift'].filter(Boolean);
  return codesOf(key).map((code) => [...modifiers, key.isTwice ? `${code} twice` : code].join('+'));
}
function collisions(keys: Record<string, Key>): string[] {
  const owners = new Map(TAKEN.map((combination) => [combination, 'the browser']));
  return Object.entries(keys).flatMap(([id, key]) =>
    combinationsOf(key).flatMap((combination) => {
      const owner = owners.get(combination);
      owners.set(combination, id);
      return owner ? [`${combination}: ${owner} and ${id}`] : [];
    }),
  );
}
const platform = (name: string) => vi.spyOn(navigator, 'platform', 'get').mockReturnValue(name);
afterEach(() => void vi.restoreAllMocks());

describe('the keys of the console', () => {
  it('take each combination once, and none of the browser’s', () => {
    expect(collisions(KEYS)).toEqual([]);
  });

  it.each<[string, Key, string]>([
    ['another key', { group: 'call', code: 'KeyM', alt: true }, 'Alt+KeyM: microphone and planted'],
    ['a reserved key', { group: 'call', code: 'KeyT', alt: true }, 'Alt+KeyT: tray and planted'],
    ['one of a row of digits', { group: 'call', code: 'Digit3', alt: true }, 'Alt+Digit3: tabs and planted'],
    ['a key of the browser', { group: 'call', code: 'KeyT', ctrl: true }, 'Ctrl+KeyT: the browser and planted'],
  ])('would be found to collide with %s', (_what, planted, found) => {
    expect(collisions({ ...KEYS, planted })).toEqual([found]);
  });

  it('have Ctrl or Alt, or are a sign', () => {
    expect(Object.values(KEYS).filter(({ ctrl, alt, char, isTwice }) => !(ctrl || alt || char || isTwice))).toEqual([]);
  });

  it.each(['ko', 'en'] as const)('all have a text in %s, and each another one', (locale) => {
    const { t, te } = createTexts(locale, { ko, en }).global as unknown as {
      t(key: string): string;
      te(key: string): boolean;
    };
    const ids = Object.keys(KEYS);
    expect(ids.filter((id) => !te(`keys.of.${id}`))).toEqual([]);
    expect(new Set(ids.map((id) => t(`keys.of.${id}`))).size).toBe(ids.length);
  });
});

describe.each<[string, Partial<Record<KeyId, [text: string, aria: string]>>]>([
  [
    'Win32',
    {
      microphone: ['Alt+M', 'Alt+M'],
      commands: ['Ctrl+K', 'Control+K'],
      tabs: ['Alt+1 … 4', 'Alt+1'],
      sessions: ['Alt+Shift+1 … 9', 'Alt+Shift+1'],
      onlyScreen: ['Alt+Enter', 'Alt+Enter'],
      list: ['?', '?'],
    },
  ],
  [
    'MacIntel',
    {
      microphone: ['⌥M', 'Alt+M'],
      commands: ['⌘K', 'Meta+K'],
      tabs: ['⌥1 … 4', 'Alt+1'],
      sessions: ['⌥⇧1 … 9', 'Alt+Shift+1'],
      onlyScreen: ['⌥↩', 'Alt+Enter'],
      list: ['?', '?'],
    },
  ],
])('on %s', (name, written) => {
  it.each(Object.entries(written))('%s is written as people there write it', (id, texts) => {
    platform(name);
    expect([keyText(id as KeyId), ariaKeys(id as KeyId)]).toEqual(texts);
  });
});

it('writes one of a row of digits', () => {
  expect([keyText('tabs', 2), ariaKeys('tabs', 2)]).toEqual(['Alt+3', 'Alt+3']);
});
