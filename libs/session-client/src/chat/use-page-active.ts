import { useEventListener } from '@vueuse/core';
import { readonly, ref, type Ref } from 'vue';

/** Whether the page is visible and, if required, its window has the focus. */
export function usePageActive(needsFocus = false): Readonly<Ref<boolean>> {
  if (typeof document === 'undefined') return ref(true);
  const read = () => !document.hidden && (!needsFocus || document.hasFocus());
  const isActive = ref(read());
  const update = () => (isActive.value = read());
  useEventListener(document, 'visibilitychange', update);
  useEventListener(['focus', 'blur'], update);
  return readonly(isActive);
}
