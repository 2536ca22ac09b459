import { keep, newId, readKept } from './browser';

const KEY = 'tandem.window';

/**
 * Names this window to the server, which lets one window of a seat hold the media. A page that is loaded anew is the same
 * window, and takes up what it held; a copy of a tab is another one, although the browser copies what the first has stored.
 */
export function windowIdOf(navigation: string | undefined): string {
  const id = (navigation === 'reload' && readKept(KEY, 'session')) || newId();
  keep(KEY, id, 'session'); // where nothing is kept, every load is another window
  return id;
}

const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
export const windowId = windowIdOf(entry?.type);
