import type { Place } from '@tandem/domain';
import { computed, type Ref } from 'vue';

const STEP_PX = 16;
const LONG_STEP_PX = 64;
const KEYS: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const within = (value: number) => Math.min(1, Math.max(0, value));

/** Moves a box inside its frame by its grip: with a pointer, or with the arrow keys while the grip has the focus. */
export function useMoving(
  place: Ref<Place>,
  box: Readonly<Ref<HTMLElement | null>>,
  { home }: { /** Where the key Home puts it. */ home: Place },
) {
  let from: { pointerX: number; pointerY: number; place: Place } | null = null;

  function moveFrom(start: Place, dx: number, dy: number): void {
    const frame = box.value?.offsetParent;
    if (!box.value || !frame) return;
    const free = [frame.clientWidth - box.value.offsetWidth, frame.clientHeight - box.value.offsetHeight] as const;
    place.value = {
      x: free[0] > 0 ? within(start.x + dx / free[0]) : start.x,
      y: free[1] > 0 ? within(start.y + dy / free[1]) : start.y,
    };
  }
  return {
    /** Of the box, which has an absolute position. */
    style: computed(() => ({
      left: `${place.value.x * 100}%`,
      top: `${place.value.y * 100}%`,
      transform: `translate(${-place.value.x * 100}%, ${-place.value.y * 100}%)`,
    })),
    /** Listeners of the grip. */
    grip: {
      pointerdown(event: PointerEvent): void {
        if (event.button !== 0) return;
        (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
        from = { pointerX: event.clientX, pointerY: event.clientY, place: place.value };
      },
      pointermove(event: PointerEvent): void {
        if (from) moveFrom(from.place, event.clientX - from.pointerX, event.clientY - from.pointerY);
      },
      pointerup: () => void (from = null),
      pointercancel: () => void (from = null),
      keydown(event: KeyboardEvent): void {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const step = event.shiftKey ? LONG_STEP_PX : STEP_PX;
        const direction = KEYS[event.key];
        if (direction) moveFrom(place.value, direction[0] * step, direction[1] * step);
        else if (event.key === 'Home') place.value = home;
        else return;
        event.preventDefault();
      },
    },
  };
}
