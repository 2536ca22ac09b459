import type { Attention, Chat, SessionStore } from '@tandem/session-client';
import { computed, reactive, ref } from 'vue';
import { useI18n } from 'vue-i18n';

const BEGINNING = 70;

const beginningOf = (text: string) => {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > BEGINNING ? `${letters.slice(0, BEGINNING).join('')}…` : letters.join('');
};

/** What has come while the conversation is not in sight: who wrote, and how it begins; or who waits for an answer. */
export function useBubble(store: SessionStore, chat: Chat, attention: Attention) {
  const { t } = useI18n();
  const putAway = ref(0);
  const isNudgePutAway = ref(false);
  const newest = computed(() => {
    const others = chat.messages.filter(({ sender, isDeleted }) => sender.id !== store.me?.id && !isDeleted);
    return others[others.length - 1] ?? null;
  });
  const message = computed(() =>
    newest.value && newest.value.seq > Math.max(chat.readUpTo, putAway.value) ? newest.value : null,
  );
  const nudge = computed(() => (isNudgePutAway.value ? null : attention.nudgedBy));
  return reactive({
    shown: computed(() => {
      if (message.value) {
        const { sender, text, link } = message.value;
        return { who: sender.name, text: beginningOf(link?.host ?? text) };
      }
      return nudge.value ? { who: nudge.value, text: t('room.nudged', { csr: nudge.value }) } : null;
    }),
    putAway(): void {
      if (message.value) putAway.value = message.value.seq;
      else isNudgePutAway.value = true;
    },
  });
}
export type Bubble = ReturnType<typeof useBubble>;
