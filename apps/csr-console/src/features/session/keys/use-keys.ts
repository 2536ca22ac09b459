import { getCurrentScope, onScopeDispose, shallowReactive } from 'vue';
import { KEYS, pressedOf, USED_KEYS, type UsedKeyId } from './keys';

/** What a key does. */
export interface KeyAct {
  /** `at`: the position in a row of digits. */
  run(at: number): unknown;
  /** Its name in the present state, where that changes it. */
  label?(): string;
  /** Why it can't be done now. */
  reason?(): string | null;
}
type KeyHandler = KeyAct['run'] | KeyAct;
interface Registered {
  act: KeyAct;
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

const lastOf = (id: UsedKeyId) => registered.get(id)?.at(-1);
const isBehindDialog = (last: Registered) => !last.isOfDialog && document.querySelector('dialog[open]') !== null;

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  if ((isField(event.target) || isComposing(event)) && !hasModifier(event)) return;
  for (const id of USED_KEYS) {
    const at = pressedOf(KEYS[id], event);
    const last = at === null ? undefined : lastOf(id);
    if (!last || isBehindDialog(last)) continue;
    event.preventDefault();
    if (!event.repeat) void last.act.run(at!); // once, however long it is pressed
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
  const own = Object.entries(handlers).map(([id, handler]) => {
    const act = typeof handler === 'function' ? { run: handler } : handler;
    return [id as UsedKeyId, { act, isOfDialog }] as const;
  });
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

/** What a key does on this page now. */
export const actOfKey = (id: UsedKeyId): KeyAct | undefined => lastOf(id)?.act;

/** The keys that do something on this page now. */
export const keysInUse = (): UsedKeyId[] => USED_KEYS.filter((id) => registered.has(id));
