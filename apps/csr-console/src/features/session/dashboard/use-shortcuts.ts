import { useEventListener } from '@vueuse/core';

/** ⌥1 to ⌥4 select a tab by its position, ⌘K (Ctrl+K) opens the command palette. */
export function useShortcuts(on: { tab(index: number): void; palette(): void }): void {
  useEventListener('keydown', (event) => {
    const index = event.altKey && /^Digit[1-4]$/.test(event.code) ? Number(event.code.at(-1)) - 1 : null;
    const isPalette = (event.metaKey || event.ctrlKey) && event.code === 'KeyK';
    if (index === null && !isPalette) return;
    event.preventDefault();
    if (index !== null) on.tab(index);
    else on.palette();
  });
}
