import { useEventListener } from '@vueuse/core';
import { readonly, ref, type Ref } from 'vue';

/** Whether somebody looks at this page: it is in sight and, where that is asked for, its window has the focus. */
export function useLooking(needsFocus = false): Readonly<Ref<boolean>> {
  if (typeof document === 'undefined') return ref(true);
  const look = () => !document.hidden && (!needsFocus || document.hasFocus());
  const isLooking = ref(look());
  const update = () => (isLooking.value = look());
  useEventListener(document, 'visibilitychange', update);
  useEventListener(['focus', 'blur'], update);
  return readonly(isLooking);
}
