import type { Place } from '@tandem/domain';
import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { defineComponent, h, ref, type Ref } from 'vue';
import { useMovable } from './use-movable';

const ROOM = { width: 1000, height: 500 };
const THING = { width: 200, height: 100 };

function movable(at: Place): {
  place: Ref<Place>;
  press(key: string, init?: KeyboardEventInit): void;
  drag(to: Place): void;
} {
  const place = ref(at);
  const thing = {
    offsetParent: { clientWidth: ROOM.width, clientHeight: ROOM.height },
    offsetWidth: THING.width,
    offsetHeight: THING.height,
  } as unknown as HTMLElement;
  const { vm } = mount(
    defineComponent({
      setup(_, { expose }) {
        const { grip } = useMovable(ref(thing) as Ref<HTMLElement>, place);
        expose({ grip });
        return () => h('div');
      },
    }),
  );
  const { grip } = vm as unknown as { grip: ReturnType<typeof useMovable>['grip'] };
  const currentTarget = { setPointerCapture: () => undefined, focus: () => undefined };
  const pointer = (clientX: number, clientY: number) =>
    ({ clientX, clientY, pointerId: 1, currentTarget, preventDefault: () => undefined }) as unknown as PointerEvent;
  return {
    place,
    press: (key, init) => grip.keydown(new KeyboardEvent('keydown', { key, ...init })),
    drag(to) {
      grip.pointerdown(pointer(100, 100));
      grip.pointermove(pointer(100 + to.x, 100 + to.y));
      window.dispatchEvent(new Event('pointerup'));
      grip.pointermove(pointer(0, 0));
    },
  };
}

it('follows the pointer until it is let go: the place is a share of the free room', () => {
  const { place, drag } = movable({ x: 0.5, y: 1 });
  drag({ x: 200, y: -200 });
  expect(place.value).toEqual({ x: 0.75, y: 0.5 });
});

it('stays in the room', () => {
  const { place, drag } = movable({ x: 0.5, y: 0.5 });
  drag({ x: -5000, y: 5000 });
  expect(place.value).toEqual({ x: 0, y: 1 });
});

it('is moved by the arrow keys, and leaves them to the browser with a modifier', () => {
  const { place, press } = movable({ x: 0.5, y: 0.5 });
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowUp']) press(key);
  press('ArrowDown', { altKey: true });
  press('a');
  expect(place.value).toEqual({ x: 0.45, y: 0.45 });
});
