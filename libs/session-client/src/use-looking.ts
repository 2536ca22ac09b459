import { onScopeDispose, readonly, ref, type Ref } from 'vue';

const look = (): boolean => typeof document === 'undefined' || (!document.hidden && document.hasFocus());

/** Whether somebody looks at this page: it is in sight, and its window has the focus. */
export function useLooking(): Readonly<Ref<boolean>> {
  const isLooking = ref(look());
  if (typeof document === 'undefined') return isLooking;
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
