import type { Attention, Chat, SessionStore } from '@tandem/session-client';
import { computed, onScopeDispose, reactive, ref, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';

const BEGINNING = 70;

const beginningOf = (text: string) => {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > BEGINNING ? `${letters.slice(0, BEGINNING).join('')}…` : letters.join('');
};

/**
 * What has come to the view that is not in sight. To the conversation: who wrote, and how it begins; or who waits for an
 * answer. To the other one, while the conversation is open: a file.
 */
export function useBubble(store: SessionStore, chat: Chat, attention: Attention, isChatOpen: Ref<boolean>) {
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
  const file = ref<{ who: string; text: string } | null>(null);
  onScopeDispose(
    store.onEvent(({ __typename, actor, ...event }) => {
      if (__typename !== 'FilePublished' || !isChatOpen.value || actor.participantId === store.me?.id) return;
      const name = 'file' in event ? event.file?.name : null;
      file.value = { who: t('attention.noticeFile', { name: actor.name ?? '' }), text: name ?? '' };
    }),
  );
  watch(isChatOpen, () => (file.value = null));
  const nudge = computed(() => (isNudgePutAway.value ? null : attention.nudgedBy));
  return reactive({
    shown: computed(() => {
      if (isChatOpen.value) return file.value;
      if (message.value) {
        const { sender, text, link } = message.value;
        return { who: sender.name, text: beginningOf(link?.host ?? text) };
      }
      return nudge.value ? { who: nudge.value, text: t('room.nudged', { csr: nudge.value }) } : null;
    }),
    putAway(): void {
      if (isChatOpen.value) file.value = null;
      else if (message.value) putAway.value = message.value.seq;
      else isNudgePutAway.value = true;
    },
  });
}
export type Bubble = ReturnType<typeof useBubble>;
