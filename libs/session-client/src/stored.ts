import { ref, watch, type Ref } from 'vue';

/** A ref that outlives the page. Where the browser keeps nothing (private mode, full disk) it is a plain ref. */
export function stored<T>(key: string, fallback: T): Ref<T> {
  const value = ref(read(key, fallback)) as Ref<T>;
  watch(
    value,
    (next) => {
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // nothing is kept then; the page itself goes on
      }
    },
    { deep: true, flush: 'sync' },
  );
  return value;
}

function read<T>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(key);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

/** Keeps a text under a key, or nothing any more. */
export function keep(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // nothing is kept then; the page itself goes on
  }
}

/** Everything that is kept under keys that begin like this. */
export function keptUnder(prefix: string): { key: string; text: string }[] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, nth) => localStorage.key(nth)!);
    return keys
      .filter((key) => key.startsWith(prefix))
      .map((key) => ({ key, text: localStorage.getItem(key) ?? '' }))
      .filter(({ text }) => text);
  } catch {
    return [];
  }
}
