import { beforeEach, describe, expect, it } from 'vitest';
import { windowIdOf } from './window-id';

beforeEach(() => sessionStorage.clear());

describe('the name of a window', () => {
  it('stays when its page is loaded anew', () => {
    const id = windowIdOf('navigate', () => sessionStorage);
    expect(windowIdOf('reload', () => sessionStorage)).toBe(id);
  });

  it('is another one in a copy of the tab, which has what the first has stored', () => {
    const id = windowIdOf('navigate', () => sessionStorage);
    expect(windowIdOf('navigate', () => sessionStorage)).not.toBe(id);
  });

  it('is there where a browser keeps nothing', () => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    expect(windowIdOf('reload', refuse)).toMatch(/^[\w-]{36}$/);
  });
});
