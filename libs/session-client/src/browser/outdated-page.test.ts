import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Page = typeof import('./outdated-page');
let page: Page;
let now = 0;
const fetched = vi.fn();
const place = { href: 'https://t.example/s/1', origin: 'https://t.example', reload: vi.fn(), assign: vi.fn() };

beforeEach(async () => {
  vi.resetModules();
  sessionStorage.clear();
  fetched.mockReset().mockResolvedValue({ ok: true });
  place.reload.mockReset();
  place.assign.mockReset();
  now = 1_000_000;
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('location', place);
  vi.stubGlobal('performance', { timeOrigin: 500_000, now: () => now - 500_000 });
  page = await import('./outdated-page');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a part of the page that can’t be loaded', () => {
  it('is loaded by opening the address again, after the server itself has answered', async () => {
    expect(await page.reloadOutdated('https://t.example/s/2')).toBe(true);
    expect(place.assign).toHaveBeenCalledExactlyOnceWith('https://t.example/s/2');
    expect(place.reload).not.toHaveBeenCalled();
    expect(page.isOutdated.value).toBe(false);
    expect(fetched).toHaveBeenCalledExactlyOnceWith('https://t.example', {
      cache: 'no-store',
      headers: { accept: 'text/html' },
    });
  });

  it('is loaded by a reload where the address is the same', async () => {
    expect(await page.reloadOutdated(place.href)).toBe(true);
    expect(place.reload).toHaveBeenCalledOnce();
    expect(place.assign).not.toHaveBeenCalled();
  });

  it.each([
    ['does not answer', () => Promise.reject(new TypeError('line'))],
    ['is in trouble', () => Promise.resolve({ ok: false })],
  ])('is waited for where the server %s', async (_what, answer) => {
    fetched.mockImplementation(answer);
    expect(await page.reloadOutdated('https://t.example/s/2')).toBe(false);
    expect(place.assign).not.toHaveBeenCalled();
    expect(page.isOutdated.value).toBe(false);
    fetched.mockResolvedValue({ ok: true });
    expect(await page.reloadOutdated('https://t.example/s/2')).toBe(true); // that attempt did not count
  });

  it.each([
    [30_000, false],
    [30_001, true],
  ])('is tried again %i ms later: %s', async (later, goes) => {
    await page.reloadOutdated(place.href);
    now += later;
    expect(await page.reloadOutdated(place.href)).toBe(goes);
    expect(place.reload).toHaveBeenCalledTimes(goes ? 2 : 1);
    expect(page.isOutdated.value).toBe(!goes);
  });

  it('only shows the notice where nothing can be stored: it might reload forever', async () => {
    vi.stubGlobal('sessionStorage', undefined);
    expect(await page.reloadOutdated(place.href)).toBe(false);
    expect(place.reload).not.toHaveBeenCalled();
    expect(page.isOutdated.value).toBe(true);
  });
});

describe('a part within a page', () => {
  it('shows the notice where the server answers, and the notice stays', async () => {
    page.watchForUpgrade();
    fetched.mockResolvedValueOnce({ ok: false });
    dispatchEvent(new Event('vite:preloadError'));
    await settle();
    expect(page.isOutdated.value).toBe(false);
    dispatchEvent(new Event('vite:preloadError'));
    await settle();
    expect(page.isOutdated.value).toBe(true);
    fetched.mockResolvedValueOnce({ ok: false });
    dispatchEvent(new Event('vite:preloadError'));
    await settle();
    expect(page.isOutdated.value).toBe(true);
  });
});
