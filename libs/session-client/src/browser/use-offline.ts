import { useEventListener } from '@vueuse/core';
import { ref, type Ref } from 'vue';

/** Whether this device reports that it has no network. */
export function useOffline(): Readonly<Ref<boolean>> {
  const isOffline = ref(!navigator.onLine);
  useEventListener(['online', 'offline'], () => (isOffline.value = !navigator.onLine));
  return isOffline;
}
