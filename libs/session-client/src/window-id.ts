const KEY = 'tandem.window';

/**
 * Names this window to the server, which lets one window of a seat hold the media. A page that is loaded anew is the same
 * window, and takes up what it held; a copy of a tab is another one, although the browser copies what the first has stored.
 */
export function windowIdOf(navigation: string | undefined, kept: () => Storage): string {
  try {
    const storage = kept(); // asking for it may be refused already
    const id = (navigation === 'reload' && storage.getItem(KEY)) || crypto.randomUUID();
    storage.setItem(KEY, id);
    return id;
  } catch {
    return crypto.randomUUID(); // nothing is kept in this browser: every load is another window
  }
}

const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
export const windowId = windowIdOf(entry?.type, () => sessionStorage);
