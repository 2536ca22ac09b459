import type { TandemError } from '@tandem/client';
import { onScopeDispose, reactive, ref, shallowRef, watch } from 'vue';
import { SaveNoteDocument, SessionNoteDocument, type NotePartsFragment } from '../gql/graphql';
import { NoteDoc, type Place } from '../model/note-doc';
import { NoteMerging, type NoteField } from '../model/note-merging';
import { NoteSaver, type NoteState } from '../model/note-saver';
import type { SessionStore } from '../session/use-session';
import { createUnsentNote } from './unsent-note';

/** The session of a note. A running session reports changes; an ended one is only read and written. */
export interface NoteSource extends Pick<SessionStore, 'id' | 'client' | 'connection' | 'onEvent'> {
  /** The writer: private notes of two people in one browser must not mix. */
  me: { id: string } | null;
  /** The current note, and what a client with this state vector lacks of it. */
  readNote?(isPrivate: boolean, have: string): Promise<NotePartsFragment | null>;
}

/**
 * A note of the session: the one that its CSRs share, or the writer's own. It saves itself a moment after something was
 * typed. Unsaved text survives a crash of the page and a lost connection, and is merged with what others wrote.
 */
export function useNotes(store: NoteSource, isPrivate: boolean) {
  const doc = new NoteDoc();
  const merging = new NoteMerging(doc);
  const unsent = createUnsentNote(store.id, isPrivate, store.me?.id ?? '');
  const body = ref('');
  const state = ref<NoteState>('saved');
  const error = shallowRef<TandemError | null>(null);
  const server = createNoteServer(store, isPrivate, { doc, merging, onAnswer: () => (error.value = null) });
  const saver = new NoteSaver({
    send: server.save,
    onState(next) {
      state.value = next;
      if (next === 'saved') unsent.clear();
    },
    onError(cause) {
      error.value = cause;
      // the server lacks what this note builds on: the next request sends all of it
      if (cause.fields.some(({ path }) => path === 'update')) doc.serverForgot();
    },
  });

  doc.onChange(() => (body.value = doc.body));
  for (const text of unsent.takeOver()) {
    doc.merge(text);
    saver.markUnsent();
  }
  followNote(store, isPrivate, { saver, server });

  return reactive({
    ...{ body, state, error },
    edit(text: string): void {
      doc.write(text);
      unsent.keep(doc.whole);
      saver.changed();
    },
    /** Sends what is not saved yet, without a delay. */
    saveNow: () => saver.save(),
    attach: (shown: NoteField | null) => merging.attach(shown),
    placeOf: (index: number) => doc.placeOf(index),
    indexOf: (at: Place) => doc.indexOf(at),
    /** What others write waits while a syllable is being composed. */
    pauseMerging: () => merging.pause(),
    resumeMerging: () => merging.resume(),
  });
}
export type Notes = ReturnType<typeof useNotes>;

interface NoteParts {
  doc: NoteDoc;
  merging: NoteMerging;
  onAnswer(): void;
}
/** Reads and writes a note on the server, and takes in what the answers contain. */
function createNoteServer(store: NoteSource, isPrivate: boolean, { doc, merging, onAnswer }: NoteParts) {
  const { id: sessionId, client } = store;
  const readNote = store.readNote ?? readInSession(store);
  let revision = 0;

  function takeIn(note: NotePartsFragment): void {
    onAnswer();
    revision = Math.max(revision, note.revision);
    merging.merge(note.missing);
    doc.serverHas(note.stateVector);
  }
  return {
    isBehind: (latest: number) => latest > revision,
    async save(): Promise<void> {
      const input = { sessionId, isPrivate, update: doc.unsent };
      takeIn((await client.mutate(SaveNoteDocument, { input, have: doc.vector })).saveNote);
    },
    async fetch(): Promise<void> {
      const note = await readNote(isPrivate, doc.vector).catch(() => null);
      if (note) takeIn(note); // without an answer, the next event or reconnect asks again
    },
  };
}
type NoteServer = ReturnType<typeof createNoteServer>;

/** Keeps a note up to date: reads it when the session reports a change, and after each reconnect. */
function followNote(
  store: NoteSource,
  isPrivate: boolean,
  { saver, server }: { saver: NoteSaver; server: NoteServer },
): void {
  async function onSaved(revision: number): Promise<void> {
    await saver.settled(); // its answer may contain this already
    if (server.isBehind(revision)) await server.fetch();
  }
  const stop = store.onEvent((event) => {
    if (event.__typename === (isPrivate ? 'PrivateNoteSaved' : 'NoteSaved')) void onSaved(event.revision);
  });
  watch(
    () => store.connection,
    (now) => now === 'live' && void (saver.isUnsent ? saver.save() : server.fetch()),
    { immediate: true },
  );
  onScopeDispose(() => {
    saver.stop();
    stop();
  });
}

const readInSession =
  ({ client, id }: NoteSource) =>
  async (isPrivate: boolean, have: string): Promise<NotePartsFragment | null> => {
    const { session } = await client.query(SessionNoteDocument, { id, isPrivate, have });
    return (isPrivate ? session.privateNote : session.note) ?? null;
  };
