import { TandemError } from '@tandem/contract/client';
import { onScopeDispose, reactive, ref, watch } from 'vue';
import { SaveNoteDocument } from './gql/graphql';
import { stored } from './stored';
import type { SessionStore } from './use-session';

const PAUSE = 800;
const RETRY = 2000;
const DIVIDER = '\n\n— — —\n\n';

/** saved: as the server has it. dirty: being written. saving. merged: somebody else wrote too, both texts are kept. */
export type NoteState = 'saved' | 'dirty' | 'saving' | 'waiting' | 'merged';

/** The CSRs' note, saved by itself a moment after typing pauses; what was typed outlives a crash of the page. */
export function useNotes(store: SessionStore) {
  const draft = stored<{ body: string; baseRevision: number } | null>(`tandem.note.${store.id}`, null);
  const body = ref(draft.value?.body ?? store.note?.body ?? '');
  const state = ref<NoteState>(draft.value ? 'dirty' : 'saved');
  let baseRevision = draft.value?.baseRevision ?? store.note?.revision ?? 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function later(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), wait);
  }

  function edit(text: string): void {
    body.value = text;
    draft.value = { body: text, baseRevision };
    state.value = 'dirty';
    later(PAUSE);
  }

  function keepBoth({ params }: TandemError): void {
    const theirs = typeof params.body === 'string' ? params.body : '';
    baseRevision = Number(params.revision ?? 0);
    body.value = theirs === body.value ? theirs : theirs + DIVIDER + body.value;
    draft.value = { body: body.value, baseRevision };
    state.value = 'merged';
    later(PAUSE);
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    if (!draft.value) return;
    const sent = draft.value.body;
    const wasMerged = state.value === 'merged';
    state.value = 'saving';
    try {
      const { saveNote } = await store.client.mutate(SaveNoteDocument, {
        input: { sessionId: store.id, body: sent, baseRevision },
      });
      baseRevision = saveNote.revision;
      store.note = saveNote;
      if (body.value !== sent) return edit(body.value); // typed on meanwhile
      draft.value = null;
      state.value = wasMerged ? 'merged' : 'saved';
    } catch (cause) {
      if (cause instanceof TandemError && cause.code === 'NOTE_CHANGED_MEANWHILE') return keepBoth(cause);
      state.value = 'waiting';
      if (!(cause instanceof TandemError) || cause.code === 'UNAVAILABLE' || cause.code === 'INTERNAL') later(RETRY);
    }
  }

  // another CSR, or another window, saved: take it over unless something is being written here
  watch(
    () => store.note,
    (note) => {
      if (!note || draft.value || note.revision <= baseRevision) return;
      body.value = note.body;
      baseRevision = note.revision;
    },
    { immediate: true },
  );
  if (draft.value) later(PAUSE);
  onScopeDispose(() => clearTimeout(timer));

  return reactive({ body, state, edit, saveNow: save });
}
export type Notes = ReturnType<typeof useNotes>;
