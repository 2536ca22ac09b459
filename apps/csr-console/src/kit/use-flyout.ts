import { ref, type Ref } from 'vue';

const GAP = 6;

/** Places a panel beside an element, in the window's coordinates, so that no scrolling region cuts it off. */
export function useFlyout(anchor: Readonly<Ref<HTMLElement | null>>, side: () => 'right' | 'below') {
  const style = ref<Record<string, string>>({});
  function place(): void {
    const box = anchor.value?.getBoundingClientRect();
    if (!box) return;
    const isRight = side() === 'right';
    const isLow = box.top > window.innerHeight / 2;
    const isFarRight = box.left > window.innerWidth / 2;
    style.value = isRight
      ? {
          left: `${box.right + GAP}px`,
          ...(isLow ? { bottom: `${window.innerHeight - box.bottom}px` } : { top: `${box.top}px` }),
        }
      : {
          ...(isLow ? { bottom: `${window.innerHeight - box.top + GAP}px` } : { top: `${box.bottom + GAP}px` }),
          ...(isFarRight ? { right: `${window.innerWidth - box.right}px` } : { left: `${box.left}px` }),
        };
  }
  return { style, place };
}
