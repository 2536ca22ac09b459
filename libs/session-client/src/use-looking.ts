import { onScopeDispose, readonly, ref, type Ref } from 'vue';

/** Whether somebody looks at this page: it is in sight and, where that is asked for, its window has the focus. */
export function useLooking(needsFocus = false): Readonly<Ref<boolean>> {
  if (typeof document === 'undefined') return ref(true);
  const look = () => !document.hidden && (!needsFocus || document.hasFocus());
  const isLooking = ref(look());
  const update = () => (isLooking.value = look());
  document.addEventListener('visibilitychange', update);
  addEventListener('focus', update);
  addEventListener('blur', update);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', update);
    removeEventListener('focus', update);
    removeEventListener('blur', update);
  });
  return readonly(isLooking);
}
