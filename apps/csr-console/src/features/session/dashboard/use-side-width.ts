import { useEventListener } from '@vueuse/core';
import type { Layout } from './use-layout';

const STEP = 16;

/** The edge of the side column: dragged, or moved by the arrow keys. */
export function useSideWidth(layout: Layout) {
  let last: number | null = null;
  useEventListener(['pointerup', 'pointercancel'], () => (last = null));
  return {
    resizer: {
      pointerdown(event: PointerEvent): void {
        (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
        last = event.clientX;
      },
      pointermove(event: PointerEvent): void {
        if (last === null) return;
        layout.widen(last - event.clientX);
        last = event.clientX;
      },
      keydown(event: KeyboardEvent): void {
        const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
        if (by === undefined || event.altKey) return;
        event.preventDefault();
        layout.widen(by);
      },
    },
  };
}
