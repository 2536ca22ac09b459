import type { Language } from './looks.js';

/** Finds faults that a person would notice immediately. Runs in the page. @returns a sentence for each fault */
export function inspectPage({ language, names }: { language: Language; names: string[] }): string[] {
  const faults: string[] = [];
  const hasOwnText = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  const isFor = (element: Element) => {
    // secrets, and texts that people wrote: a mail is in its reader's language
    if (element.closest('code, .mail, .mail-row')) return false;
    const own = element.closest('[lang]:not(html)')?.getAttribute('lang');
    return !own || own === language;
  };
  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) &&
    !element.closest('.visually-hidden');
  const say = (element: Element) => `“${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)}”`;
  // a modal dialog does not hide the rest of the page but makes it inert: the rest is inspected without the dialog
  const root = document.querySelector('dialog[open]') ?? document.body;
  const seen = [...root.querySelectorAll('*')].filter(isSeen);

  // no horizontal scrolling of the page or of a part of it; pictures in their own size may scroll
  if (document.documentElement.scrollWidth > innerWidth)
    faults.push(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${innerWidth}`);
  for (const element of seen) {
    const { overflowX } = getComputedStyle(element);
    const isScrolled = (overflowX === 'auto' || overflowX === 'scroll') && !element.querySelector('video');
    if (isScrolled && element.scrollWidth > element.clientWidth + 1)
      faults.push(`${element.className} scrolls sideways: ${say(element)}`);
  }

  // no text is cut off or outside the window
  for (const element of seen.filter(hasOwnText)) {
    const box = element.getBoundingClientRect();
    if (box.width > 1 && (box.left < -1 || box.right > innerWidth + 1))
      faults.push(`outside of the window: ${say(element)}`);
    for (let around: Element | null = element; around && around !== root; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around);
      const frame = around.getBoundingClientRect();
      const cutsX = overflowX === 'hidden' || overflowX === 'clip';
      const cutsY = overflowY === 'hidden' || overflowY === 'clip';
      if (
        cutsX &&
        (box.right > frame.right + 1 || (around === element && element.scrollWidth > element.clientWidth + 1))
      )
        faults.push(`cut off at its side: ${say(element)}`);
      if (
        cutsY &&
        (box.bottom > frame.bottom + 1 || (around === element && element.scrollHeight > element.clientHeight + 1))
      )
        faults.push(`cut off below: ${say(element)}`);
    }
  }
  for (const field of root.querySelectorAll<HTMLInputElement>('input:not([type="radio"], [type="checkbox"])'))
    if (isSeen(field) && field.scrollWidth > field.clientWidth + 1)
      faults.push(`cut off in its field: “${field.value}”`);

  // what is read out by itself holds nothing to press, and is not the name of a button
  const PRESSED = 'button, a[href], input, select, textarea, summary';
  for (const region of seen.filter((element) => element.matches('[role="status"], [role="alert"], [aria-live]')))
    if ([...region.querySelectorAll(PRESSED)].some(isSeen) || region.closest('button, a, summary'))
      faults.push(`read out by itself, with something to press: ${say(region)}`);
  for (const button of seen.filter((element) => element.matches('button, a[href], [role="option"]')))
    if (
      !(button.getAttribute('aria-label') ?? button.textContent).trim() &&
      !button.querySelector('[aria-label], img[alt]')
    )
      faults.push(`a ${button.tagName.toLowerCase()} without a name: ${button.className}`);

  for (const picture of root.querySelectorAll('img'))
    if (picture.complete && picture.naturalWidth === 0) faults.push(`a picture is missing: ${picture.src}`);

  // every text is in the page's language
  const texts = seen
    .filter(isFor)
    .flatMap((element) => [
      ...[...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? ''),
      ...['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    ]);
  /** Addresses, hosts with or without a port, time zones. */
  const ADDRESSES = /https?:\/\/\S+|\S+@\S+|[\w-]+(?:\.[\w-]+)+|\b[\w-]+:\d+|\b[A-Z][A-Za-z]+\/[\w/]+/g;
  // addresses first, because a name may be a part of one
  const bare = (text: string) => names.reduce((rest, name) => rest.replaceAll(name, ' '), text.replace(ADDRESSES, ' '));
  const strange = { ko: /[A-Za-z]{2,}/, en: /[가-힣]/ }[language];
  for (const text of new Set([...texts, document.title]))
    if (strange.test(bare(text))) faults.push(`not in the page's language: “${text.trim()}”`);
  if (document.documentElement.lang !== language)
    faults.push(`the page says that its language is ${document.documentElement.lang}`);
  return [...new Set(faults)];
}
