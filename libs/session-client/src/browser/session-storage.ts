import { ref, watch, type Ref } from 'vue';
import { keep, keptUnder } from './browser';
import { readStored } from './stored';

/**
 * What pages keep of a session in the browser: unsent words, what was read, which files were paused. A computer may be shared:
 * it is forgotten when the session ends, and a day after it was last written in any case.
 */
const PREFIX = 'tandem.session.';
const WRITTEN_AT = 'at';
const KEPT_FOR_MS = 24 * 60 * 60 * 1000;
const NOTED_EVERY_MS = 60_000;

const keyOf = (sessionId: string, name: string) => `${PREFIX}${sessionId}.${name}`;
/** A note can be saved after the session has ended. */
const outlivesSession = (name: string) => name.startsWith('note.');
const notedAt = new Map<string, number>();
const forgotten = new Set<string>();

/** Keeps a text of a session, or nothing any more. */
export function keepOf(sessionId: string, name: string, text: string | null): void {
  if (forgotten.has(sessionId) && !outlivesSession(name)) return;
  keep(keyOf(sessionId, name), text);
  const now = Date.now();
  if (now - (notedAt.get(sessionId) ?? 0) < NOTED_EVERY_MS) return;
  notedAt.set(sessionId, now);
  keep(keyOf(sessionId, WRITTEN_AT), String(now));
}

/** What is kept of a session under names that begin like this. */
export const keptOf = (sessionId: string, name: string): { name: string; text: string }[] =>
  keptUnder(keyOf(sessionId, name)).map(({ key, text }) => ({ name: key.slice(keyOf(sessionId, '').length), text }));

/** A ref of a session that outlives the page. */
export function storedOf<T>(sessionId: string, name: string, fallback: T): Ref<T> {
  const value = ref(readStored(keyOf(sessionId, name), fallback)) as Ref<T>;
  watch(value, (next) => keepOf(sessionId, name, JSON.stringify(next)), { deep: true, flush: 'sync' });
  return value;
}

/** The session is over: nothing is kept of it from now on but notes that were not saved. */
export function forgetSession(sessionId: string): void {
  forgotten.add(sessionId);
  const kept = keptOf(sessionId, '').filter(({ name }) => name !== WRITTEN_AT);
  for (const { name } of kept) if (!outlivesSession(name)) keep(keyOf(sessionId, name), null);
  if (!kept.some(({ name }) => outlivesSession(name))) keep(keyOf(sessionId, WRITTEN_AT), null);
}

/** Forgets every session of which nothing was written for a day. Called when a page opens. */
export function forgetOldSessions(now = Date.now()): void {
  const kept = keptUnder(PREFIX);
  const writtenAt = new Map(
    kept.filter(({ key }) => key.endsWith(`.${WRITTEN_AT}`)).map(({ key, text }) => [sessionOf(key), Number(text)]),
  );
  for (const { key } of kept) if (!(now - (writtenAt.get(sessionOf(key)) ?? 0) < KEPT_FOR_MS)) keep(key, null);
}
const sessionOf = (key: string) => key.slice(PREFIX.length).split('.')[0]!;
