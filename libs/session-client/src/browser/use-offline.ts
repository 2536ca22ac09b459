import { useEventListener } from '@vueuse/core';
import { ref, type Ref } from 'vue';

/** Whether this device says that it has no network at all. */
export function useOffline(): Readonly<Ref<boolean>> {
  const isOffline = ref(!navigator.onLine);
  useEventListener(['online', 'offline'], () => (isOffline.value = !navigator.onLine));
  return isOffline;
}
