import { ref, type Ref } from 'vue';
import { keep, readKept } from './browser';

const KEY = 'tandem.renewedAt';
/** Loading anew did not help if it is needed again so soon. */
const ONCE_WITHIN = 30_000;
const isNeeded = ref(false);

/** Tandem was renewed while this page was open: a part of it that is wanted now is not there any more. */
export const isRenewed: Readonly<Ref<boolean>> = isNeeded;

/** A part that can't be loaded is gone if the server answers; else the line is down, and trying again helps. */
async function isServerThere(): Promise<boolean> {
  const response = await fetch(location.origin, { cache: 'no-store', headers: { accept: 'text/html' } }).catch(
    () => null,
  );
  return response?.ok ?? false;
}

/**
 * A part of the page could not be loaded. If it was renewed, goes to the address by loading everything anew; where that was
 * tried a moment ago, or can't be remembered, it only says so.
 * @returns whether the page goes away
 */
export async function loadAnew(address: string): Promise<boolean> {
  if (!(await isServerThere())) return false;
  const last = Number(readKept(KEY, 'session'));
  keep(KEY, String(performance.timeOrigin + performance.now()), 'session');
  const mayGo = readKept(KEY, 'session') !== null && performance.timeOrigin + performance.now() - last > ONCE_WITHIN;
  if (!mayGo) {
    isNeeded.value = true;
    return false;
  }
  if (address === location.href) location.reload();
  else location.assign(address);
  return true;
}

/** Says so where a part that is wanted within a page (not a page itself, which `loadAnew` brings) is gone. */
export function watchForRenewal(): void {
  addEventListener('vite:preloadError', () => void isServerThere().then((isThere) => (isNeeded.value ||= isThere)));
}
