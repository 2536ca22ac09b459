import { refAutoReset, useIntervalFn, useTimeoutFn } from '@vueuse/core';
import { computed, onScopeDispose, reactive, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { stored } from '../browser/stored';
import { playTone } from '../browser/tone';
import type { Chat } from './use-chat';
import { useLooking } from './use-looking';
import type { SessionStore } from '../session/use-session';

const FLASH = 1000;
const NUDGED_FOR = 60_000;
const canNotify = () => typeof Notification !== 'undefined';

export interface AttentionWish {
  /** So long may a message wait, in milliseconds. */
  patience: number;
  /** Whoever works in another window looks elsewhere too. */
  needsFocus?: boolean;
}

/**
 * Calls whoever looks elsewhere back to what has been written: the tab's title flashes, two soft notes sound, and, where
 * the person has asked for it, the system shows a notification. Sound and notifications are the person's to turn off.
 */
export function useAttention(store: SessionStore, chat: Chat, { patience, needsFocus = false }: AttentionWish) {
  const { t } = useI18n();
  const isLooking = useLooking(needsFocus);
  const hasSound = stored('tandem.sound', true);
  /** null: not asked yet. */
  const wantsNotice = stored<boolean | null>('tandem.notice', null);
  // eslint-disable-next-line compat/compat -- where there are none, nobody is asked
  const permission = ref(canNotify() ? Notification.permission : 'denied');
  const isCalling = ref(false);
  const isFlashOn = ref(false);
  const hasCalled = ref(false);
  const nudgedBy = refAutoReset<string | null>(null, NUDGED_FOR);
  /** What it is that waits, and from whom. */
  const news = ref<{ from: string; isFile: boolean }>({ from: '', isFile: false });
  const waiting = useTimeoutFn(call, patience, { immediate: false });
  const flashing = useIntervalFn(() => (isFlashOn.value = !isFlashOn.value), FLASH, { immediate: false });

  function rest(): void {
    waiting.stop();
    flashing.pause();
    isCalling.value = isFlashOn.value = false;
  }
  function notify(): void {
    if (!wantsNotice.value || permission.value !== 'granted') return;
    // who, and not what: it may be shown on a locked screen
    const { from, isFile } = news.value;
    try {
      const text = t(isFile ? 'attention.noticeFile' : 'attention.notice', { name: from });
      // eslint-disable-next-line compat/compat -- and nobody has said yes
      const notice = new Notification(text, { tag: store.id });
      notice.onclick = () => {
        window.focus();
        notice.close();
      };
    } catch {
      // some phones show them only by other ways
    }
  }
  function call(): void {
    if (isCalling.value) return;
    hasCalled.value = true;
    if (hasSound.value) playTone();
    if (isLooking.value) return;
    isCalling.value = isFlashOn.value = true;
    flashing.resume();
    notify();
  }

  /** The first that came is what somebody is called for. */
  function came(from: string, isFile: boolean): void {
    if (isLooking.value || isCalling.value || waiting.isPending.value) return;
    news.value = { from, isFile };
    waiting.start();
  }

  const newest = computed(() => chat.messages.findLast(({ sender }) => sender.id !== store.me?.id) ?? null);
  watch(
    () => newest.value?.seq ?? 0,
    (seq, before) => {
      if (seq > before) came(newest.value?.sender.name ?? '', false);
    },
  );
  watch(isLooking, (looks) => looks && rest());
  const stop = store.onEvent((event) => {
    const { __typename, actor } = event;
    if (__typename === 'FilePublished' && actor.participantId !== store.me?.id) came(actor.name ?? '', true);
    if (__typename !== 'ChatNudged' || store.me?.role !== 'PRIMARY_CUSTOMER') return; // whose answer is waited for
    nudgedBy.value = actor.name ?? '';
    news.value = { from: nudgedBy.value, isFile: false };
    waiting.stop();
    call();
  });
  onScopeDispose(stop);

  async function choose(isWanted: boolean): Promise<void> {
    wantsNotice.value = isWanted;
    if (isWanted && permission.value === 'default') permission.value = await Notification.requestPermission();
  }

  return reactive({
    /** What the tab's title says instead of its own, every other second. */
    title: computed(() => (isFlashOn.value ? t(news.value.isFile ? 'attention.titleFile' : 'attention.title') : null)),
    isCalling,
    hasSound,
    hasNotice: computed(() => wantsNotice.value === true && permission.value === 'granted'),
    canNotify: computed(() => permission.value !== 'denied'),
    /** Once somebody was called in vain, a notification is offered; who says no is not asked again. */
    isOffered: computed(() => hasCalled.value && permission.value === 'default' && wantsNotice.value === null),
    /** Who waits for an answer. */
    nudgedBy,
    answered: () => void (nudgedBy.value = null),
    choose,
  });
}
export type Attention = ReturnType<typeof useAttention>;
