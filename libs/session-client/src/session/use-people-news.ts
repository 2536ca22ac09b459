import { refAutoReset } from '@vueuse/core';
import { computed, onScopeDispose, reactive } from 'vue';
import { toPeopleLines } from '../model/people-lines';
import { storedOf } from '../browser/session-storage';
import type { SessionStore } from './use-session';

/** For so long a line is also a sentence in sight. */
const IN_SIGHT = 12_000;

/** Who came, left, led, was cut off and came back: lines for the conversation, and what of it is to be seen now. */
export function usePeopleNews(store: SessionStore) {
  /** Of the last change of who leads that the viewer has confirmed. */
  const confirmed = storedOf(store.id, 'lead', 0);
  const newest = refAutoReset<number | null>(null, IN_SIGHT);
  const lines = computed(() => toPeopleLines(store.peopleEvents, store.me));

  const stop = store.onEvent(({ seq }) => {
    if (lines.value.at(-1)?.seq === seq) newest.value = seq;
  });
  onScopeDispose(stop);

  const newLead = computed(() => lines.value.findLast((line) => line.newLead && line.seq > confirmed.value) ?? null);
  return reactive({
    lines,
    /** What has just happened. */
    news: computed(() => lines.value.find(({ seq, newLead: lead }) => seq === newest.value && !lead) ?? null),
    /** Somebody else leads: stays until it is confirmed, because the check digits are new. */
    newLead,
    confirm: () => void (confirmed.value = newLead.value?.seq ?? confirmed.value),
  });
}
export type PeopleNews = ReturnType<typeof usePeopleNews>;
