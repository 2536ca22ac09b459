/**
 * Removes the functions that the oldest supported browsers lack from the browser of the test. Runs in the page before
 * the product's code.
 */
export function takeAwayWhatIsNew(isPortal: boolean): void {
  const take = (owner: object | undefined, names: string[]) => {
    for (const name of names) if (owner && name in owner) Reflect.deleteProperty(owner, name);
  };
  const typed = Object.getPrototypeOf(Uint8Array.prototype) as object;
  const iterator = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object;
  take(URL, ['canParse', 'parse']);
  take(Array, ['fromAsync']);
  take(Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with']);
  take(typed, ['toSorted', 'toReversed', 'with']);
  take(Object, ['groupBy']);
  take(Map, ['groupBy']);
  take(Map.prototype, ['getOrInsert', 'getOrInsertComputed']);
  take(Promise, ['withResolvers', 'try']);
  take(String.prototype, ['isWellFormed', 'toWellFormed']);
  take(Set.prototype, ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf']);
  take(ArrayBuffer.prototype, [
    'resize',
    'transfer',
    'transferToFixedLength',
    'resizable',
    'maxByteLength',
    'detached',
  ]);
  take(Uint8Array, ['fromBase64', 'fromHex']);
  take(Uint8Array.prototype, ['toBase64', 'toHex', 'setFromBase64', 'setFromHex']);
  take(iterator, ['map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find']);
  take(globalThis, [
    'Iterator',
    'Temporal',
    'URLPattern',
    'scheduler',
    'CloseWatcher',
    'navigation',
    'documentPictureInPicture',
  ]);
  take(AbortSignal, ['any', 'timeout']);
  take(Response, ['json']);
  take(RegExp, ['escape']);
  take(Math, ['sumPrecise', 'f16round']);
  take(Intl, ['DurationFormat']);
  take(Document.prototype, ['startViewTransition', 'caretPositionFromPoint']);
  take(Element.prototype, ['checkVisibility', 'setHTMLUnsafe', 'getHTML', 'ariaNotify', 'moveBefore']);
  take(HTMLElement.prototype, ['popover', 'showPopover', 'hidePopover', 'togglePopover', 'editContext']);
  take(HTMLDialogElement.prototype, ['requestClose', 'closedBy']);
  take(Blob.prototype, ['bytes']);
  take(Request.prototype, ['bytes']);
  take(Response.prototype, ['bytes']);
  take(ReadableStream, ['from']);
  take(Headers.prototype, ['getSetCookie']);
  take(URLSearchParams.prototype, ['size']);
  if (!isPortal) return;
  // Safari 16.0 to 16.3
  take(Document.prototype, ['adoptedStyleSheets']);
  take(globalThis, ['CompressionStream', 'DecompressionStream', 'OffscreenCanvas', 'PushManager']);
  take(Navigator.prototype, ['wakeLock', 'userActivation']);
  take(Screen.prototype, ['orientation']);
  Object.defineProperty(globalThis, 'CSSStyleSheet', {
    value: new Proxy(CSSStyleSheet, {
      construct: () => {
        throw new TypeError('Illegal constructor');
      },
    }),
  });
}
