import { keep, newId, readKept } from './browser';

const KEY = 'tandem.window';

/**
 * The id of this window for the server, which lets one window of a seat have the media. A reloaded page is the same window
 * and gets its media back; a duplicated tab is another one, although the browser copies the storage of the first.
 */
export function windowIdOf(navigation: string | undefined): string {
  const id = (navigation === 'reload' && readKept(KEY, 'session')) || newId();
  keep(KEY, id, 'session'); // without storage, every load is another window
  return id;
}

const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
export const windowId = windowIdOf(entry?.type);
