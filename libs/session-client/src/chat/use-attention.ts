import { refAutoReset, useIntervalFn, useTimeoutFn } from '@vueuse/core';
import { computed, onScopeDispose, reactive, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { stored } from '../browser/stored';
import { playTone } from '../browser/tone';
import type { Chat } from './use-chat';
import { usePageActive } from './use-page-active';
import type { SessionStore } from '../session/use-session';

const FLASH_INTERVAL_MS = 1000;
const NUDGE_SHOWN_MS = 60_000;
const canNotify = () => typeof Notification !== 'undefined';

export interface AttentionOptions {
  /** How long a message waits before the alert, in milliseconds. */
  delay: number;
  /** A page without the focus counts as not being read, even while it is visible. */
  needsFocus?: boolean;
}

/**
 * Alerts a user whose page is not active to a new message: the tab's title flashes, two soft notes play, and the system
 * shows a notification if the user has turned notifications on. The user can turn off the sound and the notifications.
 */
export function useAttention(store: SessionStore, chat: Chat, { delay, needsFocus = false }: AttentionOptions) {
  const { t } = useI18n();
  const isActive = usePageActive(needsFocus);
  const hasSound = stored('tandem.sound', true);
  /** null: the user was not asked yet. */
  const wantsNotice = stored<boolean | null>('tandem.notice', null);
  // eslint-disable-next-line compat/compat -- `canNotify` checks for it
  const permission = ref(canNotify() ? Notification.permission : 'denied');
  const isAlerting = ref(false);
  const isFlashOn = ref(false);
  const hasAlerted = ref(false);
  const nudgedBy = refAutoReset<string | null>(null, NUDGE_SHOWN_MS);
  /** The kind of the new item, and its sender. */
  const news = ref<{ from: string; isFile: boolean }>({ from: '', isFile: false });
  const waiting = useTimeoutFn(alert, delay, { immediate: false });
  const flashing = useIntervalFn(() => (isFlashOn.value = !isFlashOn.value), FLASH_INTERVAL_MS, { immediate: false });

  function reset(): void {
    waiting.stop();
    flashing.pause();
    isAlerting.value = isFlashOn.value = false;
  }
  function notify(): void {
    if (!wantsNotice.value || permission.value !== 'granted') return;
    // the sender without the text: it may be shown on a locked screen
    const { from, isFile } = news.value;
    try {
      const text = t(isFile ? 'attention.noticeFile' : 'attention.notice', { name: from });
      // eslint-disable-next-line compat/compat -- the permission was granted
      const notice = new Notification(text, { tag: store.id });
      notice.onclick = () => {
        window.focus();
        notice.close();
      };
    } catch {
      // some phones allow it for service workers only
    }
  }
  function alert(): void {
    if (isAlerting.value) return;
    hasAlerted.value = true;
    if (hasSound.value) playTone();
    if (isActive.value) return;
    isAlerting.value = isFlashOn.value = true;
    flashing.resume();
    notify();
  }

  /** The alert is about the first new item. */
  function onNews(from: string, isFile: boolean): void {
    if (isActive.value || isAlerting.value || waiting.isPending.value) return;
    news.value = { from, isFile };
    waiting.start();
  }

  const newest = computed(() => chat.messages.findLast(({ sender }) => sender.id !== store.me?.id) ?? null);
  watch(
    () => newest.value?.seq ?? 0,
    (seq, before) => {
      if (seq > before) onNews(newest.value?.sender.name ?? '', false);
    },
  );
  watch(isActive, (active) => active && reset());
  const stop = store.onEvent((event) => {
    const { __typename, actor } = event;
    if (__typename === 'FilePublished' && actor.participantId !== store.me?.id) onNews(actor.name ?? '', true);
    if (__typename !== 'ChatNudged' || store.me?.role !== 'PRIMARY_CUSTOMER') return; // the others are not asked for an answer
    nudgedBy.value = actor.name ?? '';
    news.value = { from: nudgedBy.value, isFile: false };
    waiting.stop();
    alert();
  });
  onScopeDispose(stop);

  async function choose(isWanted: boolean): Promise<void> {
    wantsNotice.value = isWanted;
    if (isWanted && permission.value === 'default') permission.value = await Notification.requestPermission();
  }

  return reactive({
    /** Replaces the tab's title every other second. */
    title: computed(() => (isFlashOn.value ? t(news.value.isFile ? 'attention.titleFile' : 'attention.title') : null)),
    isAlerting,
    hasSound,
    hasNotice: computed(() => wantsNotice.value === true && permission.value === 'granted'),
    canNotify: computed(() => permission.value !== 'denied'),
    /** Notifications are offered after the first alert; a user who declines is not asked again. */
    isOffered: computed(() => hasAlerted.value && permission.value === 'default' && wantsNotice.value === null),
    /** The CSR who waits for an answer. */
    nudgedBy,
    answered: () => void (nudgedBy.value = null),
    choose,
  });
}
export type Attention = ReturnType<typeof useAttention>;
