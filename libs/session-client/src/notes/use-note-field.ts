import { onBeforeUnmount, onMounted, type ShallowRef } from 'vue';
import type { Place } from '../model/note-doc';
import type { Notes } from './use-notes';

/** Binds a field to a note: the cursor stays at its word while others write, and composed syllables are not disturbed. */
export function useNoteField(notes: Notes, field: Readonly<ShallowRef<HTMLTextAreaElement | null>>) {
  let start: Place | null = null;
  let end: Place | null = null;

  onMounted(() =>
    notes.attach({
      before() {
        if (!field.value) return;
        start = notes.placeOf(field.value.selectionStart);
        end = notes.placeOf(field.value.selectionEnd);
      },
      after() {
        if (!field.value || field.value.value === notes.body) return;
        const { scrollTop } = field.value;
        field.value.value = notes.body;
        if (document.activeElement === field.value && start && end)
          field.value.setSelectionRange(notes.indexOf(start), notes.indexOf(end));
        field.value.scrollTop = scrollTop;
      },
    }),
  );
  onBeforeUnmount(() => notes.attach(null));

  const write = () => field.value && notes.edit(field.value.value);
  return {
    onInput: write,
    onCompositionstart: notes.pauseMerging,
    onCompositionend(): void {
      write(); // some browsers report the last letter afterwards
      notes.resumeMerging();
    },
    onBlur: notes.resumeMerging,
  };
}
