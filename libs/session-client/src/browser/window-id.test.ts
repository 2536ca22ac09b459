import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { windowIdOf } from './window-id';

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.unstubAllGlobals());

describe('the id of a window', () => {
  it('stays the same after a reload', () => {
    const id = windowIdOf('navigate');
    expect(windowIdOf('reload')).toBe(id);
  });

  it('is another one in a copy of the tab, which has what the first has stored', () => {
    const id = windowIdOf('navigate');
    expect(windowIdOf('navigate')).not.toBe(id);
  });

  it('is found again by a page that is loaded again', async () => {
    vi.stubGlobal('performance', {
      getEntriesByType: (kind: string) => (kind === 'navigation' ? [{ type: 'reload' }] : []),
    });
    vi.resetModules();
    const before = await import('./window-id');
    vi.resetModules();
    const after = await import('./window-id');
    expect(after.windowId).toBe(before.windowId);
  });

  it('is kept for this tab, and never for another one', () => {
    windowIdOf('navigate');
    expect([sessionStorage.length, localStorage.length]).toEqual([1, 0]);
  });

  it('is there where a browser keeps nothing', () => {
    vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    expect(windowIdOf('reload')).toMatch(/^[\w-]{36}$/);
    vi.restoreAllMocks();
  });
});
