/** Keys of the tabs of a list: the arrows, Home and End select another one and give it the focus. */
export function useTabList<Id>(ids: () => readonly Id[], selected: () => Id, select: (id: Id) => void) {
  const STEPS: Record<string, number> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };
  function onKeydown(event: KeyboardEvent): void {
    const all = ids();
    const step = STEPS[event.key];
    const at = step === undefined ? { Home: 0, End: all.length - 1 }[event.key] : all.indexOf(selected()) + step;
    if (at === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = (at + all.length) % all.length;
    select(all[next]!);
    const list = (event.currentTarget as HTMLElement).closest('[role="tablist"]');
    list?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  }
  return { onKeydown };
}
