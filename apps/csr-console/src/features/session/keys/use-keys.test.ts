import { afterEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { keysInUse, useKeys } from './use-keys';

const scopes: EffectScope[] = [];
function within(...given: Parameters<typeof useKeys>): EffectScope {
  const scope = effectScope();
  scope.run(() => useKeys(...given));
  scopes.push(scope);
  return scope;
}
afterEach(() => {
  for (const scope of scopes.splice(0)) scope.stop();
  document.body.innerHTML = '';
  vi.restoreAllMocks();
});

/** @returns whether the browser keeps the key */
function press(code: string, init: KeyboardEventInit = {}, on: EventTarget = document.body): boolean {
  return on.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true, ...init }));
}
function place(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild!;
}
const ALT = { altKey: true };

it('calls the handler of a key, and takes the key from the browser', () => {
  const stop = vi.fn<(at: number) => void>();
  within({ stop });
  expect(press('KeyS', ALT)).toBe(false);
  expect(stop).toHaveBeenCalledOnce();
});

it('goes by the position: Option makes another character, and a Korean layout has no Latin letters', () => {
  const microphone = vi.fn<(at: number) => void>();
  within({ microphone });
  press('KeyM', { ...ALT, key: 'µ' });
  press('KeyM', { ...ALT, key: 'ㅡ' });
  expect(microphone).toHaveBeenCalledTimes(2);
});

it.each<[string, KeyboardEventInit]>([
  ['none', {}],
  ['Ctrl as well, which is AltGr', { ...ALT, ctrlKey: true }],
  ['Shift as well', { ...ALT, shiftKey: true }],
  ['the Windows key as well', { ...ALT, metaKey: true }],
])('wants exactly its modifiers, not %s', (_what, init) => {
  const stop = vi.fn<(at: number) => void>();
  within({ stop });
  expect(press('KeyS', init)).toBe(true);
  expect(stop).not.toHaveBeenCalled();
});

it('leaves a key without a handler to the browser', () => {
  within({ stop: vi.fn<(at: number) => void>() });
  expect(press('KeyM', ALT)).toBe(true);
});

it('gives the position in a row of digits', () => {
  const tabs = vi.fn<(at: number) => void>();
  within({ tabs });
  press('Digit1', ALT);
  press('Digit4', ALT);
  press('Digit5', ALT);
  expect(tabs.mock.calls).toEqual([[0], [3]]);
});

it('acts once while a key is held, and keeps it from the browser all the time', () => {
  const microphone = vi.fn<(at: number) => void>();
  within({ microphone });
  press('KeyM', ALT);
  expect(press('KeyM', { ...ALT, repeat: true })).toBe(false);
  expect(microphone).toHaveBeenCalledOnce();
});

it('lets the last handler have the key, and gives it back with its scope', () => {
  const [first, second] = [vi.fn<(at: number) => void>(), vi.fn<(at: number) => void>()];
  within({ stop: first });
  const later = within({ stop: second });
  press('KeyS', ALT);
  later.stop();
  press('KeyS', ALT);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
});

it('knows which keys do something now', () => {
  const scope = within({ stop: vi.fn<(at: number) => void>(), list: vi.fn<(at: number) => void>() });
  expect(keysInUse().sort()).toEqual(['list', 'stop']);
  scope.stop();
  expect(keysInUse()).toEqual([]);
  expect(press('KeyS', ALT)).toBe(true);
});

describe.each(['<input />', '<textarea></textarea>', '<select></select>', '<p contenteditable="true"></p>'])(
  'in %s',
  (html) => {
    it('no sign acts, because it is typed', () => {
      const list = vi.fn<(at: number) => void>();
      within({ list });
      expect(press('Slash', { key: '?', shiftKey: true }, place(html))).toBe(true);
      expect(list).not.toHaveBeenCalled();
    });

    it('a key with Alt or Ctrl acts', () => {
      const [stop, commands] = [vi.fn<(at: number) => void>(), vi.fn<(at: number) => void>()];
      within({ stop, commands });
      const field = place(html);
      press('KeyS', ALT, field);
      press('KeyK', { ctrlKey: true }, field);
      expect([stop.mock.calls.length, commands.mock.calls.length]).toEqual([1, 1]);
    });
  },
);

it('opens the list by the sign, wherever it stands on the layout', () => {
  const list = vi.fn<(at: number) => void>();
  within({ list });
  press('Minus', { key: '?', shiftKey: true });
  expect(list).toHaveBeenCalledOnce();
});

it.each<KeyboardEventInit & { keyCode?: number }>([{ isComposing: true }, { keyCode: 229 }])(
  'does nothing while a syllable is composed: %o',
  (init) => {
    const list = vi.fn<(at: number) => void>();
    within({ list });
    const event = new KeyboardEvent('keydown', { key: '?', shiftKey: true, cancelable: true, ...init });
    if (init.keyCode) Object.defineProperty(event, 'keyCode', { value: init.keyCode });
    window.dispatchEvent(event);
    expect(list).not.toHaveBeenCalled();
  },
);

it('does nothing behind a modal dialog, whose own keys work', () => {
  const [stop, close] = [vi.fn<(at: number) => void>(), vi.fn<(at: number) => void>()];
  within({ stop, commands: vi.fn<(at: number) => void>() });
  place('<dialog open></dialog>');
  within({ commands: close }, { isOfDialog: true });
  expect(press('KeyS', ALT)).toBe(true);
  press('KeyK', { ctrlKey: true });
  expect(stop).not.toHaveBeenCalled();
  expect(close).toHaveBeenCalledOnce();
});

it('leaves a key that somebody has already taken', () => {
  const stop = vi.fn<(at: number) => void>();
  within({ stop });
  const box = place('<div></div>');
  box.addEventListener('keydown', (event) => event.preventDefault());
  press('KeyS', ALT, box);
  expect(stop).not.toHaveBeenCalled();
});

it('has ⌘ for Ctrl on a Mac, where Ctrl+K deletes the rest of a line', () => {
  vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel');
  const commands = vi.fn<(at: number) => void>();
  within({ commands });
  expect(press('KeyK', { ctrlKey: true })).toBe(true);
  press('KeyK', { metaKey: true });
  expect(commands).toHaveBeenCalledOnce();
});
