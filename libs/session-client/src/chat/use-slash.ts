import { computed, reactive, ref } from 'vue';

/** A text that is inserted by typing a slash and its name. */
export interface Suggestion {
  id: string;
  short: string;
  /** The text to insert. */
  text: string;
  locale: string;
  isForSite: boolean;
}
export interface Suggestions {
  all(): Suggestion[];
  /** Called when it was inserted. */
  used(id: string): void;
}

const MOST = 8;
/** A slash at the start or after a space, and what is typed after it, up to the cursor. */
const OPEN = /(?:^|\s)\/([\p{L}\p{M}\p{N}_-]*)$/u;

/** The matching ones: first names that start with the query, then names and texts that contain it. */
function matching(all: Suggestion[], typed: string): Suggestion[] {
  const wanted = typed.normalize('NFC').toLowerCase();
  const begins = all.filter(({ short }) => short.startsWith(wanted));
  const holds = all.filter(
    (each) => !begins.includes(each) && `${each.short} ${each.text}`.toLowerCase().includes(wanted),
  );
  return [...begins, ...holds].slice(0, MOST);
}

/** The list that opens at a slash: its entries, the selected one, and the text with that one inserted. */
export function useSlash(suggestions: () => Suggestions | undefined) {
  const typed = ref<string | null>(null);
  const index = ref(0);
  let cursor = 0;
  const list = computed(() => (typed.value === null ? [] : matching(suggestions()?.all() ?? [], typed.value)));

  function close(): void {
    typed.value = null;
    index.value = 0;
  }
  return reactive({
    list,
    index,
    isOpen: computed(() => list.value.length > 0),
    close,
    look(text: string, at: number): void {
      const found = suggestions() ? (OPEN.exec(text.slice(0, at))?.[1] ?? null) : null;
      if (found !== typed.value) index.value = 0;
      typed.value = found;
      cursor = at;
    },
    move(by: number): void {
      index.value = (index.value + by + list.value.length) % list.value.length;
    },
    /** @returns the text with it in place of the slash and the name, and the new position of the cursor */
    put(text: string, nth = index.value): { text: string; at: number } {
      const chosen = list.value[nth]!;
      const start = cursor - (typed.value ?? '').length - 1;
      suggestions()?.used(chosen.id);
      close();
      return { text: text.slice(0, start) + chosen.text + text.slice(cursor), at: start + chosen.text.length };
    },
  });
}
export type Slash = ReturnType<typeof useSlash>;
