import { refAutoReset } from '@vueuse/core';
import { computed, onScopeDispose, reactive } from 'vue';
import { toPeopleLines } from '../model/people-lines';
import { storedOf } from '../browser/session-storage';
import type { SessionStore } from './use-session';

/** How long a new line is also shown as a notice. */
const NOTICE_SHOWN_MS = 12_000;

/** Changes of the participants: lines for the conversation, and the notice that is shown now. */
export function usePeopleNews(store: SessionStore) {
  /** The number of the last change of the lead that the viewer has confirmed. */
  const confirmed = storedOf(store.id, 'lead', 0);
  const newest = refAutoReset<number | null>(null, NOTICE_SHOWN_MS);
  const lines = computed(() => toPeopleLines(store.peopleEvents, store.me));

  const stop = store.onEvent(({ seq }) => {
    if (lines.value.at(-1)?.seq === seq) newest.value = seq;
  });
  onScopeDispose(stop);

  const newLead = computed(() => lines.value.findLast((line) => line.newLead && line.seq > confirmed.value) ?? null);
  return reactive({
    lines,
    /** The latest change, for a few seconds. */
    news: computed(() => lines.value.find(({ seq, newLead: lead }) => seq === newest.value && !lead) ?? null),
    /** A change of the lead, until it is confirmed, because the check digits are new. */
    newLead,
    confirm: () => void (confirmed.value = newLead.value?.seq ?? confirmed.value),
  });
}
export type PeopleNews = ReturnType<typeof usePeopleNews>;
