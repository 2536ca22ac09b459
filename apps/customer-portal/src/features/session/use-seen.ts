import { mayAct } from '@tandem/domain';
import type { Media, SessionStore, Sharing } from '@tandem/session-client';
import { computed, onScopeDispose, watchEffect } from 'vue';
import { useI18n } from 'vue-i18n';

/** One thing of the customer's that somebody sees now. */
export interface Seen {
  key: string;
  text: string;
  since: number;
  stop: () => void;
  /** On hold nobody sees it; it goes on afterwards unless it is stopped. */
  isPaused: boolean;
}

const SURFACE_TEXT: Record<string, string> = {
  MONITOR: 'live.screen',
  WINDOW: 'live.window',
  BROWSER_TAB: 'live.tab',
  UNKNOWN: 'live.screen',
};

/** Who sees what since when: on the page, and in the title and sign of its tab while another tab is looked at. */
export function useSeen(store: SessionStore, media: Media, sharing: Sharing, call: () => string | null) {
  const { t, locale } = useI18n();
  const csr = computed(() => store.csr?.name ?? t('labels.csr'));

  /** Everybody who is in the room where my screen and camera are. */
  const watchers = computed(() => {
    const others = store.participants.filter(
      ({ id, role, state, rights }) =>
        id !== store.me?.id && state === 'SEATED' && mayAct({ role, rights }, 'joinMedia'),
    );
    const names = [...others].sort((a, b) => Number(b.role === 'PRIMARY_CSR') - Number(a.role === 'PRIMARY_CSR'));
    return new Intl.ListFormat(locale.value, { type: 'conjunction' }).format(names.map(({ name }) => name));
  });

  const isPaused = computed(() => store.session?.hold != null);

  const seen = computed((): Seen[] => {
    const screens = sharing.live
      .filter(({ publisher }) => publisher.id === store.me?.id)
      .map((share) => ({
        key: share.id,
        text: isPaused.value
          ? t('live.pausedScreen')
          : t(SURFACE_TEXT[share.surface ?? 'UNKNOWN']!, { csr: watchers.value }),
        isPaused: isPaused.value,
        since: Date.parse(share.liveAt ?? share.askedAt),
        stop: () => void sharing.stop(share.id),
      }));
    const camera = media.camera
      ? [
          {
            key: 'camera',
            text: isPaused.value ? t('live.pausedCamera') : t('live.camera', { csr: watchers.value }),
            isPaused: isPaused.value,
            since: 0,
            stop: () => void media.turnOff('camera'),
          },
        ]
      : [];
    return [...screens, ...camera];
  });

  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  watchEffect(() => {
    const isSeen = seen.value.some((entry) => !entry.isPaused);
    const title = t('room.title', { csr: csr.value });
    document.title = call() ?? (isSeen ? `${t('live.title')} · ${title}` : title);
    if (icon) icon.href = isSeen ? '/live.svg' : '/idle.svg';
  });
  onScopeDispose(() => {
    document.title = store.session?.siteName ?? 'Tandem';
    if (icon) icon.href = '/idle.svg';
  });
  return seen;
}
