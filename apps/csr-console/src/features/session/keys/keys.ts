import { STOP_KEY } from '@tandem/domain';

/** The headings of the list of keys, in order. */
export const KEY_GROUPS = ['call', 'places', 'view', 'commands'] as const;

/** A key and its modifiers, exactly these. */
export interface Key {
  group: (typeof KEY_GROUPS)[number];
  /** `KeyboardEvent.code`: a position, because Alt changes the character on a Mac and a Korean layout has no Latin letters. */
  code: string;
  /** The last of a row of digits that begins with `code`; the handler gets the position in it. */
  to?: number;
  /** Ctrl; on a Mac ⌘. */
  ctrl?: true;
  alt?: true;
  shift?: true;
  /** The character instead of the position: signs have other positions on other layouts. */
  char?: string;
  /** Pressed twice within a moment. */
  isTwice?: true;
  /** Kept free for what comes: nobody may handle it yet. */
  isReserved?: true;
}

/**
 * Every key of the console; docs/design/console.md explains the choice, and `keys.of.<id>` says what each does.
 * Alt with a letter opens a menu of Firefox on Windows and Linux, and of Chrome's at two letters, but only when the page
 * leaves the key unhandled.
 */
const TABLE = {
  stop: { group: 'call', code: STOP_KEY, alt: true },
  microphone: { group: 'call', code: 'KeyM', alt: true },
  camera: { group: 'call', code: 'KeyV', alt: true },
  hold: { group: 'call', code: 'KeyH', alt: true },
  screenshot: { group: 'call', code: 'KeyX', alt: true },
  tabs: { group: 'places', code: 'Digit1', to: 4, alt: true },
  chat: { group: 'places', code: 'KeyC', alt: true },
  people: { group: 'places', code: 'KeyP', alt: true },
  notes: { group: 'places', code: 'KeyN', alt: true },
  files: { group: 'places', code: 'KeyF', alt: true },
  foldRail: { group: 'view', code: 'KeyR', alt: true },
  foldSide: { group: 'view', code: 'KeyB', alt: true },
  onlyScreen: { group: 'view', code: 'Enter', alt: true },
  commands: { group: 'commands', code: 'KeyK', ctrl: true },
  list: { group: 'commands', code: 'Slash', shift: true, char: '?' },
  sessions: { group: 'places', code: 'Digit1', to: 9, alt: true, shift: true, isReserved: true },
  tray: { group: 'view', code: 'KeyT', alt: true, isReserved: true },
  ctrlAltDel: { group: 'call', code: 'KeyG', alt: true, isReserved: true },
  releaseControl: { group: 'call', code: 'ControlLeft', isTwice: true, isReserved: true },
} as const satisfies Record<string, Key>;

export type KeyId = keyof typeof TABLE;
type Reserved = { [Id in KeyId]: (typeof TABLE)[Id] extends { isReserved: true } ? Id : never }[KeyId];
/** The keys that a component may handle. */
export type UsedKeyId = Exclude<KeyId, Reserved>;
export const KEYS: Readonly<Record<KeyId, Key>> = TABLE;
export const USED_KEYS = Object.entries(KEYS).flatMap(([id, { isReserved }]) => (isReserved ? [] : [id as UsedKeyId]));

const digitOf = (code: string) => Number(/^Digit(\d)$/.exec(code)?.[1]);

/** The codes that a key takes: several for a row of digits. */
export function codesOf({ code, to }: Key): string[] {
  if (!to) return [code];
  const first = digitOf(code);
  return Array.from({ length: to - first + 1 }, (_, index) => `Digit${first + index}`);
}

const isMac = () => /Mac|iP(?:hone|ad)/.test(navigator.platform);

/** Which of the key's codes was pressed, with exactly its modifiers: a position from 0, or null. */
export function pressedOf(key: Key, event: KeyboardEvent): number | null {
  if (key.isTwice) return null;
  const [ctrl, other] = isMac() ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  if (other || ctrl !== (key.ctrl ?? false) || event.altKey !== (key.alt ?? false)) return null;
  if (key.char) return event.key === key.char ? 0 : null;
  if (event.shiftKey !== (key.shift ?? false)) return null;
  const at = codesOf(key).indexOf(event.code);
  return at < 0 ? null : at;
}

const MAC_SIGNS = { ctrl: '⌘', alt: '⌥', shift: '⇧', Enter: '↩' } as const;
const nameOf = (code: string) => code.replace(/^(?:Key|Digit)/, '');

/** How a key is written: "Alt+M", on a Mac "⌥M". Of a row of digits all of it, or the one at a position. */
export function keyText(id: KeyId, at?: number): string {
  const key = KEYS[id];
  if (key.char) return key.char;
  const codes = codesOf(key);
  const shown = at === undefined ? codes : codes.slice(at, at + 1);
  const signs = (['ctrl', 'alt', 'shift'] as const).filter((name) => key[name]);
  const modifiers = isMac()
    ? signs.map((name) => MAC_SIGNS[name]).join('')
    : signs.map((name) => `${name[0]!.toUpperCase()}${name.slice(1)}+`).join('');
  const name = (code: string) => (isMac() && code === 'Enter' ? MAC_SIGNS.Enter : nameOf(code));
  const first = `${modifiers}${name(shown[0]!)}`;
  return shown.length > 1 ? `${first} … ${name(shown.at(-1)!)}` : first;
}

/** The value of `aria-keyshortcuts`. */
export function ariaKeys(id: KeyId, at = 0): string {
  const key = KEYS[id];
  if (key.char) return key.char;
  const modifiers = [key.ctrl && (isMac() ? 'Meta' : 'Control'), key.alt && 'Alt', key.shift && 'Shift'];
  return [...modifiers.filter(Boolean), nameOf(codesOf(key)[at]!)].join('+');
}
