import { useEventListener } from '@vueuse/core';
import { onScopeDispose } from 'vue';

/**
 * How much of the page a keyboard on the screen leaves to be seen, as `--seen-height` and `--seen-top`. Some browsers make the
 * page smaller themselves; Safari lays the keyboard over it.
 */
export function useSeenHeight(): void {
  const view = globalThis.visualViewport;
  if (!view) return;
  const { style } = document.documentElement;
  function look(): void {
    // enlarged with two fingers, the page is meant to be larger than the screen
    const isWhole = Math.abs(view!.scale - 1) < 0.01;
    style.setProperty('--seen-height', isWhole ? `${view!.height}px` : '100dvh');
    style.setProperty('--seen-top', isWhole ? `${view!.offsetTop}px` : '0px');
  }
  look();
  useEventListener(view, ['resize', 'scroll'], look);
  onScopeDispose(() => {
    style.removeProperty('--seen-height');
    style.removeProperty('--seen-top');
  });
}
