import type { Place } from '@tandem/domain';
import { expect, it } from 'vitest';
import { effectScope, ref } from 'vue';
import { useMoving } from './use-moving';

const HOME = { x: 1, y: 1 };
const FRAME = { clientWidth: 1000, clientHeight: 500 };

/** A box of 200 × 100 in a frame of 1000 × 500. */
function moving(at: Place, frame: object | null = FRAME) {
  const place = ref(at);
  const box = ref({ offsetParent: frame, offsetWidth: 200, offsetHeight: 100 } as unknown as HTMLElement);
  const { grip, style } = effectScope().run(() => useMoving(place, box, { home: HOME }))!;
  const currentTarget = { setPointerCapture: () => undefined };
  const pointer = (clientX: number, clientY: number, button = 0) =>
    ({ clientX, clientY, button, pointerId: 1, currentTarget }) as unknown as PointerEvent;
  return {
    place,
    style,
    grip,
    pointer,
    press: (key: string, init: KeyboardEventInit = {}) => {
      const event = new KeyboardEvent('keydown', { key, cancelable: true, ...init });
      grip.keydown(event);
      return event.defaultPrevented;
    },
  };
}

it('follows the pointer until it is let go: the place is a share of the free room', () => {
  const { place, grip, pointer } = moving({ x: 0.5, y: 1 });
  grip.pointerdown(pointer(100, 100));
  grip.pointermove(pointer(300, -100));
  expect(place.value).toEqual({ x: 0.75, y: 0.5 });
  grip.pointerup();
  grip.pointermove(pointer(0, 0));
  expect(place.value).toEqual({ x: 0.75, y: 0.5 });
});

it('stays in its frame, and moves by the first button only', () => {
  const { place, grip, pointer } = moving({ x: 0.5, y: 0.5 });
  grip.pointerdown(pointer(0, 0, 2));
  grip.pointermove(pointer(100, 100));
  expect(place.value).toEqual({ x: 0.5, y: 0.5 });
  grip.pointerdown(pointer(0, 0));
  grip.pointermove(pointer(-5000, 5000));
  expect(place.value).toEqual({ x: 0, y: 1 });
});

it.each([
  ['ArrowLeft', {}, { x: 0.48, y: 0.5 }],
  ['ArrowRight', { shiftKey: true }, { x: 0.58, y: 0.5 }],
  ['ArrowUp', {}, { x: 0.5, y: 0.46 }],
  ['ArrowDown', {}, { x: 0.5, y: 0.54 }],
  ['Home', {}, HOME],
] as const)('is moved by %s %j', (key, init, to) => {
  const { place, press } = moving({ x: 0.5, y: 0.5 });
  expect(press(key, init)).toBe(true);
  expect(place.value.x).toBeCloseTo(to.x);
  expect(place.value.y).toBeCloseTo(to.y);
});

it('leaves other keys, and arrows with a modifier, to the page', () => {
  const { place, press } = moving({ x: 0.5, y: 0.5 });
  expect([press('a'), press('ArrowLeft', { altKey: true }), press('ArrowLeft', { ctrlKey: true })]).toEqual([
    false,
    false,
    false,
  ]);
  expect(place.value).toEqual({ x: 0.5, y: 0.5 });
});

it('keeps its place in a frame without free room, and without a frame', () => {
  for (const frame of [{ clientWidth: 200, clientHeight: 100 }, null]) {
    const { place, press } = moving({ x: 0.5, y: 0.5 }, frame);
    press('ArrowLeft');
    press('ArrowUp');
    expect(place.value).toEqual({ x: 0.5, y: 0.5 });
  }
});

it('is placed so that it is whole at each edge', () => {
  expect(moving({ x: 1, y: 0 }).style.value).toEqual({ left: '100%', top: '0%', transform: 'translate(-100%, 0%)' });
});
