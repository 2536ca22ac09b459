/**
 * What browsers keep back: some from pages without HTTPS, some from people who allow no storage. Each is asked for here and
 * nowhere else, when it is needed and never while a file is loaded, and has a way for where it isn't there.
 */

/** A UUID. `crypto.randomUUID` exists in secure pages only, `getRandomValues` everywhere. */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

type Kind = 'local' | 'session';
/** Where the browser keeps nothing, merely asking for the storage throws. */
function storageOf(kind: Kind): Storage | null {
  try {
    return kind === 'local' ? localStorage : sessionStorage;
  } catch {
    return null;
  }
}

export function readKept(key: string, kind: Kind = 'local'): string | null {
  try {
    return storageOf(kind)?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a text under a key, or nothing any more. Where nothing can be kept (private mode, full disk), nothing is. */
export function keep(key: string, text: string | null, kind: Kind = 'local'): void {
  try {
    if (text === null) storageOf(kind)?.removeItem(key);
    else storageOf(kind)?.setItem(key, text);
  } catch {
    // the page itself goes on
  }
}

/** Everything that is kept under keys that begin like this. */
export function keptUnder(prefix: string): { key: string; text: string }[] {
  const storage = storageOf('local');
  if (!storage) return [];
  return Array.from({ length: storage.length }, (_, nth) => storage.key(nth) ?? '')
    .filter((key) => key.startsWith(prefix))
    .map((key) => ({ key, text: readKept(key) ?? '' }))
    .filter(({ text }) => text);
}

const PROBE = 'tandem_probe';

/** Whether a cookie of this site outlives the moment: without one nobody can hold a seat or stay signed in. */
export function keepsCookies(): boolean {
  try {
    document.cookie = `${PROBE}=1; Path=/; SameSite=Lax`;
    const isKept = document.cookie.includes(`${PROBE}=1`);
    document.cookie = `${PROBE}=; Path=/; Max-Age=0; SameSite=Lax`;
    return isKept;
  } catch {
    return false;
  }
}

/** Puts a text into the clipboard. Pages without HTTPS have none, but an old command that copies what is marked. */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    const isDone = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (isDone) return true;
  }
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.cssText = 'position:fixed;top:0;opacity:0';
  // inside an open dialog nothing outside it can be marked
  (before?.closest('dialog') ?? document.body).append(field);
  field.select();
  let isDone = false;
  try {
    isDone = document.execCommand('copy'); // the only way without HTTPS
  } catch {
    // then there is none
  }
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isDone;
}
