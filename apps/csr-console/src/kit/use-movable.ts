import type { Place } from '@tandem/domain';
import { useEventListener } from '@vueuse/core';
import { computed, type Ref } from 'vue';

const STEP = 0.05;
const STEPS: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};
const within = (share: number) => Math.min(1, Math.max(0, share));

/**
 * Something that is moved within the element that it is positioned in, by dragging its grip or by the arrow keys. Its
 * place is kept as shares of the free room, so that it stays in sight in a window of any size.
 */
export function useMovable(moved: Readonly<Ref<HTMLElement | null>>, place: Ref<Place>) {
  let dragged: { at: Place; from: Place } | null = null;

  function move(from: Place, byX: number, byY: number): void {
    place.value = { x: within(from.x + byX), y: within(from.y + byY) };
  }
  function onPointerdown(event: PointerEvent): void {
    event.preventDefault(); // nothing is selected
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    (event.currentTarget as HTMLElement).focus();
    dragged = { at: { x: event.clientX, y: event.clientY }, from: place.value };
  }
  function onPointermove(event: PointerEvent): void {
    const room = moved.value?.offsetParent;
    if (!dragged || !room || !moved.value) return;
    const width = room.clientWidth - moved.value.offsetWidth;
    const height = room.clientHeight - moved.value.offsetHeight;
    const byX = width > 0 ? (event.clientX - dragged.at.x) / width : 0;
    const byY = height > 0 ? (event.clientY - dragged.at.y) / height : 0;
    move(dragged.from, byX, byY);
  }
  function onKeydown(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move(place.value, ...step);
  }
  useEventListener(['pointerup', 'pointercancel'], () => (dragged = null));

  return {
    /** For the element that is moved: it must be positioned absolutely. */
    style: computed(() => ({ '--x': place.value.x, '--y': place.value.y })),
    /** Listeners of the grip. */
    grip: { pointerdown: onPointerdown, pointermove: onPointermove, keydown: onKeydown },
  };
}
