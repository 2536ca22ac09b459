import { ref, watch, type Ref } from 'vue';
import { keep, readKept } from './browser';

/** A ref that is stored in the browser; a plain ref where storage is not available (private mode, full disk). */
export function stored<T>(key: string, fallback: T): Ref<T> {
  const value = ref(readStored(key, fallback)) as Ref<T>;
  watch(value, (next) => keep(key, JSON.stringify(next)), { deep: true, flush: 'sync' });
  return value;
}

/** The stored value of a key, or the fallback if there is none or it is invalid. */
export function readStored<T>(key: string, fallback: T): T {
  try {
    const text = readKept(key);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}
