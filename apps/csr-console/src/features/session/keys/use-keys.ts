import { getCurrentScope, onScopeDispose, shallowReactive } from 'vue';
import { KEYS, pressedOf, USED_KEYS, type UsedKeyId } from './keys';

/** What a key does; `at` is the position in a row of digits. */
export type KeyHandler = (at: number) => unknown;
interface Registered {
  handler: KeyHandler;
  isOfDialog: boolean;
}

/** The handlers of each key, the last one in charge. */
const registered = shallowReactive(new Map<UsedKeyId, Registered[]>());

const isField = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"])') !== null;
/** 229 is what Safari reports for the key that ends a syllable. */
const isComposing = (event: KeyboardEvent) => event.isComposing || event.keyCode === 229;
const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey;

function handlerOf(id: UsedKeyId): KeyHandler | undefined {
  const last = registered.get(id)?.at(-1);
  const isBlocked = !last?.isOfDialog && document.querySelector('dialog[open]') !== null;
  return isBlocked ? undefined : last?.handler;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  if ((isField(event.target) || isComposing(event)) && !hasModifier(event)) return;
  for (const id of USED_KEYS) {
    const at = pressedOf(KEYS[id], event);
    const handler = at === null ? undefined : handlerOf(id);
    if (!handler) continue;
    event.preventDefault();
    if (!event.repeat) handler(at!); // a key that is held acts once
    return;
  }
}

/**
 * Handles keys of the table until the scope ends. Of several handlers of one key the last one is in charge. A key without a
 * handler stays with the browser. While a modal dialog is open, only its own keys work.
 */
export function useKeys(handlers: Partial<Record<UsedKeyId, KeyHandler>>, { isOfDialog = false } = {}): void {
  if (!getCurrentScope()) throw new Error('useKeys needs a scope that ends');
  if (registered.size === 0) window.addEventListener('keydown', onKeyDown);
  const own = Object.entries(handlers).map(([id, handler]) => [id as UsedKeyId, { handler, isOfDialog }] as const);
  for (const [id, entry] of own) registered.set(id, [...(registered.get(id) ?? []), entry]);
  onScopeDispose(() => {
    for (const [id, entry] of own) {
      const others = registered.get(id)!.filter((each) => each !== entry);
      if (others.length) registered.set(id, others);
      else registered.delete(id);
    }
    if (registered.size === 0) window.removeEventListener('keydown', onKeyDown);
  });
}

/** The keys that do something on this page now. */
export const keysInUse = (): UsedKeyId[] => USED_KEYS.filter((id) => registered.has(id));
