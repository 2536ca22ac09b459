const ACTS = ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'wheel'] as const;
/** After this long on the page a silent reader counts as a person; link scanners are gone by then. */
const READ = 60_000;

/**
 * Calls once when a person is there: who moves, presses or scrolls, or has the page before them for a while. Programs that
 * follow the links of mails to look for harm run a page's scripts too, but touch nothing and don't stay.
 * @returns what ends the watch
 */
export function whenAPersonActs(window: Window, call: () => void): () => void {
  const { document } = window;
  let seen = 0;
  const tick = window.setInterval(() => {
    if (document.visibilityState === 'visible' && document.hasFocus() && !window.navigator.webdriver) seen += 1000;
    if (seen >= READ) done();
  }, 1000);
  function stop(): void {
    window.clearInterval(tick);
    for (const act of ACTS) window.removeEventListener(act, onAct);
  }
  function done(): void {
    stop();
    call();
  }
  /** What a script makes up is not trusted by the browser either. */
  function onAct({ isTrusted }: Event): void {
    if (isTrusted) done();
  }
  for (const act of ACTS) window.addEventListener(act, onAct, { passive: true });
  return stop;
}
