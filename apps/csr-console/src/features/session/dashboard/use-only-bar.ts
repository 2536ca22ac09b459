import { refAutoReset, useEventListener } from '@vueuse/core';
import { watch, type Ref } from 'vue';

/** The pointer is at the upper edge within this many pixels. */
const EDGE = 56;
const SHOWN_MS = 2500;

/** Whether the session bar is shown while there is only the screen: at first, and when the pointer comes to the edge. */
export function useOnlyBar(isOnly: () => boolean): Readonly<Ref<boolean>> {
  const isShown = refAutoReset(false, SHOWN_MS);
  watch(isOnly, (next) => (isShown.value = next));
  useEventListener('pointermove', (event) => {
    if (isOnly() && event.clientY <= EDGE) isShown.value = true;
  });
  return isShown;
}
