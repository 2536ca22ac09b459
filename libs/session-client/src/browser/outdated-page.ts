import { ref, type Ref } from 'vue';
import { keep, readKept } from './browser';

const KEY = 'tandem.renewedAt';
/** A reload that is needed again within this time did not help. */
const RELOAD_INTERVAL_MS = 30_000;
const outdated = ref(false);

/** Tandem was upgraded while this page was open, and a chunk that the page needs now does not exist any more. */
export const isOutdated: Readonly<Ref<boolean>> = outdated;

/** If the server answers, a chunk that can't be loaded is gone; otherwise the connection is lost, and a retry helps. */
async function isServerThere(): Promise<boolean> {
  const response = await fetch(location.origin, { cache: 'no-store', headers: { accept: 'text/html' } }).catch(
    () => null,
  );
  return response?.ok ?? false;
}

/**
 * Called when a chunk of the page could not be loaded. If the page is outdated, this reloads it at the address. Where that was
 * tried a moment ago, or can't be remembered, it only sets `isOutdated`.
 * @returns whether the page is being reloaded
 */
export async function reloadOutdated(address: string): Promise<boolean> {
  if (!(await isServerThere())) return false;
  const last = Number(readKept(KEY, 'session'));
  keep(KEY, String(performance.timeOrigin + performance.now()), 'session');
  const mayReload =
    readKept(KEY, 'session') !== null && performance.timeOrigin + performance.now() - last > RELOAD_INTERVAL_MS;
  if (!mayReload) {
    outdated.value = true;
    return false;
  }
  if (address === location.href) location.reload();
  else location.assign(address);
  return true;
}

/** Sets `isOutdated` when a chunk within a page is gone. Whole pages are handled by `reloadOutdated`. */
export function watchForUpgrade(): void {
  addEventListener('vite:preloadError', () => void isServerThere().then((isThere) => (outdated.value ||= isThere)));
}
