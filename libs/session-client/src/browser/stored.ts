import { ref, watch, type Ref } from 'vue';
import { keep, readKept } from './browser';

/** A ref that outlives the page. Where the browser keeps nothing (private mode, full disk) it is a plain ref. */
export function stored<T>(key: string, fallback: T): Ref<T> {
  const value = ref(readStored(key, fallback)) as Ref<T>;
  watch(value, (next) => keep(key, JSON.stringify(next)), { deep: true, flush: 'sync' });
  return value;
}

/** What is stored under a key; the fallback where nothing is, or nothing that can be read. */
export function readStored<T>(key: string, fallback: T): T {
  try {
    const text = readKept(key);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}
