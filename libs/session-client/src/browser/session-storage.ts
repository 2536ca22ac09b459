import { ref, watch, type Ref } from 'vue';
import { keep, keptUnder } from './browser';
import { readStored } from './stored';

/**
 * What pages store of a session in the browser: unsent text, what was read, which files were paused. A computer may be shared,
 * so all of it is removed when the session ends, and in any case a day after the last change.
 */
const PREFIX = 'tandem.session.';
const WRITTEN_AT = 'at';
const MAX_AGE_MS = 24 * 60 * 60 * 1000;
const TOUCH_INTERVAL_MS = 60_000;

const keyOf = (sessionId: string, name: string) => `${PREFIX}${sessionId}.${name}`;
/** A note can be saved after the session has ended. */
const outlivesSession = (name: string) => name.startsWith('note.');
const touchedAt = new Map<string, number>();
const forgotten = new Set<string>();

/** Stores a text of a session, or removes it. */
export function keepOf(sessionId: string, name: string, text: string | null): void {
  if (forgotten.has(sessionId) && !outlivesSession(name)) return;
  keep(keyOf(sessionId, name), text);
  const now = Date.now();
  if (now - (touchedAt.get(sessionId) ?? 0) < TOUCH_INTERVAL_MS) return;
  touchedAt.set(sessionId, now);
  keep(keyOf(sessionId, WRITTEN_AT), String(now));
}

/** The stored texts of a session whose names start with this. */
export const keptOf = (sessionId: string, name: string): { name: string; text: string }[] =>
  keptUnder(keyOf(sessionId, name)).map(({ key, text }) => ({ name: key.slice(keyOf(sessionId, '').length), text }));

/** A ref of a session that is stored in the browser. */
export function storedOf<T>(sessionId: string, name: string, fallback: T): Ref<T> {
  const value = ref(readStored(keyOf(sessionId, name), fallback)) as Ref<T>;
  watch(value, (next) => keepOf(sessionId, name, JSON.stringify(next)), { deep: true, flush: 'sync' });
  return value;
}

/** Removes everything of a session that is over, and stores nothing more of it, except notes that were not saved. */
export function forgetSession(sessionId: string): void {
  forgotten.add(sessionId);
  const kept = keptOf(sessionId, '').filter(({ name }) => name !== WRITTEN_AT);
  for (const { name } of kept) if (!outlivesSession(name)) keep(keyOf(sessionId, name), null);
  if (!kept.some(({ name }) => outlivesSession(name))) keep(keyOf(sessionId, WRITTEN_AT), null);
}

/** Removes every session without a change for a day. Called when a page opens. */
export function forgetOldSessions(now = Date.now()): void {
  const kept = keptUnder(PREFIX);
  const writtenAt = new Map(
    kept.filter(({ key }) => key.endsWith(`.${WRITTEN_AT}`)).map(({ key, text }) => [sessionOf(key), Number(text)]),
  );
  for (const { key } of kept) if (!(now - (writtenAt.get(sessionOf(key)) ?? 0) < MAX_AGE_MS)) keep(key, null);
}
const sessionOf = (key: string) => key.slice(PREFIX.length).split('.')[0]!;
