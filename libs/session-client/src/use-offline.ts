import { onScopeDispose, ref, type Ref } from 'vue';

/** Whether this device says that it has no network at all. */
export function useOffline(): Readonly<Ref<boolean>> {
  const isOffline = ref(!navigator.onLine);
  const look = () => (isOffline.value = !navigator.onLine);
  addEventListener('online', look);
  addEventListener('offline', look);
  onScopeDispose(() => {
    removeEventListener('online', look);
    removeEventListener('offline', look);
  });
  return isOffline;
}
