/** Parts of a page that are read as one. */
const REGIONS = 'dialog, section, form, aside, main, nav, header, footer, li, [role="region"], [role="tabpanel"]';

/**
 * The focus is never lost: when the focused element is removed or disabled, the part of the page that it was in takes the
 * focus, so that Tab continues there. Not a button beside it, which a second press would run. @returns how to stop it
 */
export function keepFocus(): () => void {
  /** What has the focus, with everything around it from inside to outside. */
  let path: Element[] = [];

  const isLost = ([element]: Element[]) =>
    element !== undefined && (!element.isConnected || element.matches(':disabled')) && !isElsewhere();
  const isElsewhere = () => document.activeElement !== null && document.activeElement !== document.body;

  function recover(): void {
    if (!isLost(path)) return;
    const around = path.slice(1).find((each) => each.isConnected && each.matches(REGIONS));
    const target = around ?? document.querySelector('main h1') ?? document.querySelector('main');
    if (!(target instanceof HTMLElement)) return;
    if (!target.hasAttribute('tabindex')) {
      target.tabIndex = -1;
      target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
    }
    target.dataset.keptFocus = '';
    target.addEventListener('blur', () => delete target.dataset.keptFocus, { once: true });
    target.focus({ preventScroll: true });
  }
  // what takes the focus itself, as a dialog does that closes, comes first
  const later = () => void (isLost(path) && setTimeout(recover));

  function onFocusIn(event: FocusEvent): void {
    path = event.composedPath().filter((each) => each instanceof Element);
  }
  function onFocusOut(event: FocusEvent): void {
    if (event.relatedTarget) return;
    setTimeout(() => {
      // left on purpose, by a press beside it: nothing is to be kept
      if (!isLost(path) && !isElsewhere() && document.hasFocus()) path = [];
      else recover();
    });
  }
  const observer = new MutationObserver(later);
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', onFocusIn);
  document.addEventListener('focusout', onFocusOut);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocusIn);
    document.removeEventListener('focusout', onFocusOut);
  };
}
