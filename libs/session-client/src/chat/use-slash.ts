import { computed, reactive, ref } from 'vue';

/** Something that can be put in by typing a slash and its name. */
export interface Suggestion {
  id: string;
  short: string;
  /** What would stand there. */
  text: string;
  locale: string;
  isForSite: boolean;
}
export interface Suggestions {
  all(): Suggestion[];
  /** It was put in. */
  used(id: string): void;
}

const MOST = 8;
/** A slash at the beginning or after a space, and what is typed after it, up to the cursor. */
const OPEN = /(?:^|\s)\/([\p{L}\p{M}\p{N}_-]*)$/u;

/** Those that fit what is typed: whose name begins with it, then whose name or text holds it. */
function matching(all: Suggestion[], typed: string): Suggestion[] {
  const wanted = typed.normalize('NFC').toLowerCase();
  const begins = all.filter(({ short }) => short.startsWith(wanted));
  const holds = all.filter(
    (each) => !begins.includes(each) && `${each.short} ${each.text}`.toLowerCase().includes(wanted),
  );
  return [...begins, ...holds].slice(0, MOST);
}

/** The list that opens at a slash: what it holds, which one is marked, and the text with the marked one put in. */
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
    /** @returns the text with it instead of the slash and the name, and where the cursor stands then */
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
