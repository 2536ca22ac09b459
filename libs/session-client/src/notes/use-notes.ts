import { TandemError } from '@tandem/client';
import { onScopeDispose, reactive, ref, shallowRef, watch } from 'vue';
import { keepOf, keptOf } from '../browser/session-storage';
import { SaveNoteDocument, SessionNoteDocument, type NotePartsFragment } from '../gql/graphql';
import { NoteDoc, type Place } from '../model/note-doc';
import type { SessionStore } from '../session/use-session';
import { windowId } from '../browser/window-id';

const PAUSE = 800;
const RETRY = 2000;
/** Codes after which the same words may be sent again. */
const LATER = new Set(['UNAVAILABLE', 'INTERNAL', 'TOO_MANY_REQUESTS']);

/** saved: as the server has it. waiting: for the line. refused: see `error`; what was written is kept here. */
export type NoteState = 'saved' | 'dirty' | 'saving' | 'waiting' | 'refused';

/** Where a note is kept. A session that lives tells of changes; one that has ended is only read and written. */
export interface NoteSource extends Pick<SessionStore, 'id' | 'client' | 'connection' | 'onEvent'> {
  /** Whoever writes: private words of two people in one browser must not mix. */
  me: { id: string } | null;
  /** The note as it stands, and what somebody with this state of it lacks. */
  readNote?(isPrivate: boolean, have: string): Promise<NotePartsFragment | null>;
}

/** The field that shows a note: told before and after others' words come in, so that its cursor stays at its word. */
export interface NoteField {
  before(): void;
  after(): void;
}

/**
 * A note of the session: the one that its CSRs share, or the writer's own. It saves itself a moment after something was
 * typed; what was typed outlives a crash of the page and a line that is down, and is merged with what others wrote.
 */
export function useNotes(store: NoteSource, isPrivate: boolean) {
  const place = `note.${isPrivate ? (store.me?.id ?? '') : 'shared'}.`;
  const doc = new NoteDoc();
  const body = ref('');
  const state = ref<NoteState>('saved');
  const error = shallowRef<TandemError | null>(null);
  const adopted = new Set([place + windowId]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isUnsent = false;
  let revision = 0;
  let running: Promise<void> | null = null;
  let field: NoteField | null = null;
  /** While a syllable is composed, what others wrote waits: a field that is changed then loses the syllable. */
  let held: string[] | null = null;

  function take(update: string): void {
    if (held) return void held.push(update);
    field?.before();
    doc.merge(update);
    field?.after();
  }
  function later(wait: number): void {
    timer ??= setTimeout(() => void save(), wait);
  }
  function edit(text: string): void {
    doc.write(text);
    isUnsent = true;
    keepOf(store.id, place + windowId, doc.whole);
    state.value = 'dirty';
    later(PAUSE);
  }

  function save(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    running ??= send().finally(() => (running = null));
    return running;
  }
  async function send(): Promise<void> {
    if (!isUnsent) return;
    isUnsent = false; // what is typed from here on is the next one's
    state.value = 'saving';
    try {
      const input = { sessionId: store.id, isPrivate, update: doc.unsent };
      took((await store.client.mutate(SaveNoteDocument, { input, have: doc.vector })).saveNote);
      if (isUnsent) return later(PAUSE); // typed on meanwhile
      adopted.forEach((name) => keepOf(store.id, name, null));
      state.value = 'saved';
    } catch (cause) {
      isUnsent = true;
      failed(cause instanceof TandemError ? cause : new TandemError('UNAVAILABLE'));
    }
  }
  function failed(cause: TandemError): void {
    error.value = cause;
    if (cause.fields.some(({ path }) => path === 'update')) doc.serverForgot(); // the next one sends everything
    const isForLater = LATER.has(cause.code);
    state.value = isForLater ? 'waiting' : 'refused';
    if (isForLater) later(RETRY);
  }

  function took(note: NotePartsFragment): void {
    error.value = null;
    revision = Math.max(revision, note.revision);
    take(note.missing);
    doc.serverHas(note.stateVector);
  }
  const readNote = store.readNote ?? readInSession(store);
  async function fetch(): Promise<void> {
    const note = await readNote(isPrivate, doc.vector).catch(() => null);
    if (note) took(note); // without an answer, the next event or coming back asks again
  }
  async function onSaved(next: number): Promise<void> {
    await running; // its answer may hold this already
    if (next > revision) await fetch();
  }

  doc.onChange(() => (body.value = doc.body));
  for (const { name, text } of keptOf(store.id, place)) {
    adopted.add(name);
    doc.merge(text);
    isUnsent = true;
    state.value = 'dirty';
  }
  const stop = store.onEvent((event) => {
    if (event.__typename === (isPrivate ? 'PrivateNoteSaved' : 'NoteSaved')) void onSaved(event.revision);
  });
  watch(
    () => store.connection,
    (now) => now === 'live' && void (isUnsent ? save() : fetch()),
    { immediate: true },
  );
  onScopeDispose(() => {
    clearTimeout(timer);
    stop();
  });

  return reactive({
    body,
    state,
    error,
    edit,
    /** Sends what is not saved yet, at once. */
    saveNow: save,
    attach: (shown: NoteField | null) => void (field = shown),
    placeOf: (index: number) => doc.placeOf(index),
    indexOf: (at: Place) => doc.indexOf(at),
    hold: () => void (held ??= []),
    letGo(): void {
      const waiting = held ?? [];
      held = null;
      waiting.forEach(take);
    },
  });
}

const readInSession =
  ({ client, id }: NoteSource) =>
  async (isPrivate: boolean, have: string): Promise<NotePartsFragment | null> => {
    const { session } = await client.query(SessionNoteDocument, { id, isPrivate, have });
    return (isPrivate ? session.privateNote : session.note) ?? null;
  };
export type Notes = ReturnType<typeof useNotes>;
