import { onScopeDispose, ref, type Ref } from 'vue';

/** A phone, or a page that is shown so large that it has become as narrow as one. */
export function useNarrow(): Readonly<Ref<boolean>> {
  const query = matchMedia('(max-width: 760px)');
  const isNarrow = ref(query.matches);
  const look = () => (isNarrow.value = query.matches);
  query.addEventListener('change', look);
  onScopeDispose(() => query.removeEventListener('change', look));
  return isNarrow;
}
