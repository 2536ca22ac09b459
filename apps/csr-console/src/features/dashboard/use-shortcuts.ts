import { onScopeDispose } from 'vue';
import { TABS, type Tab } from './buttons';

/** ⌥1 to ⌥4 choose a tab, ⌘K (Ctrl+K) opens the list of all acts. */
export function useShortcuts(on: { tab(tab: Tab): void; palette(): void }): void {
  function listen(event: KeyboardEvent): void {
    const tab = event.altKey && /^Digit[1-4]$/.test(event.code) ? TABS[Number(event.code.at(-1)) - 1] : undefined;
    const isPalette = (event.metaKey || event.ctrlKey) && event.code === 'KeyK';
    if (!tab && !isPalette) return;
    event.preventDefault();
    if (tab) on.tab(tab);
    else on.palette();
  }
  addEventListener('keydown', listen);
  onScopeDispose(() => removeEventListener('keydown', listen));
}
