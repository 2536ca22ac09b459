/**
 * Features that browsers may lack: some without HTTPS, some where the user allows no storage. They are used only here, when
 * needed and never while a module loads, and each has a fallback.
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
/** Where storage is not allowed, even accessing it throws. */
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

/** Stores a text under a key, or removes it. Does nothing where storage is not available (private mode, full disk). */
export function keep(key: string, text: string | null, kind: Kind = 'local'): void {
  try {
    if (text === null) storageOf(kind)?.removeItem(key);
    else storageOf(kind)?.setItem(key, text);
  } catch {
    // the page works without it
  }
}

/** All entries whose keys start with this. */
export function keptUnder(prefix: string): { key: string; text: string }[] {
  const storage = storageOf('local');
  if (!storage) return [];
  return Array.from({ length: storage.length }, (_, nth) => storage.key(nth) ?? '')
    .filter((key) => key.startsWith(prefix))
    .map((key) => ({ key, text: readKept(key) ?? '' }))
    .filter(({ text }) => text);
}

const PROBE = 'tandem_probe';

/** Whether cookies of this site are accepted: a seat and a signed-in account need them. */
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

/** Copies a text to the clipboard. Without HTTPS only the old command works, which copies the selection. */
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
  // while a dialog is open, nothing outside it can be selected
  (before?.closest('dialog') ?? document.body).append(field);
  field.select();
  let isDone = false;
  try {
    isDone = document.execCommand('copy'); // the only way without HTTPS
  } catch {
    // not supported
  }
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isDone;
}
