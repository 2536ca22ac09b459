import { maySeeCamera, viewersOf } from '@tandem/domain';
import type { Media, SessionStore, Share, Sharing } from '@tandem/session-client';
import { computed, onScopeDispose, watchEffect } from 'vue';
import { useI18n } from 'vue-i18n';

/** One thing of the customer's that somebody sees now. */
export interface Seen {
  key: string;
  text: string;
  since: number;
  stop: () => void;
  /** Nobody sees it: on hold, and before its picture has arrived. It goes on by itself unless it is stopped. */
  isPaused: boolean;
  /** Who sees it besides those whom the consent has named. */
  later: string;
}

const SURFACE_TEXT: Record<string, string> = {
  MONITOR: 'live.screen',
  WINDOW: 'live.window',
  BROWSER_TAB: 'live.tab',
  UNKNOWN: 'live.screen',
};

/** Who sees what since when: on the page, and in the title and icon of its tab while another tab is visible. */
export function useSeen(store: SessionStore, media: Media, sharing: Sharing, call: () => string | null) {
  const { t, locale } = useI18n();
  const csr = computed(() => store.csr?.name ?? t('labels.csr'));

  /** Everybody who is in the room where my screen and camera are. */
  const watching = computed(() =>
    viewersOf(store.me?.id, store.participants).sort(
      (a, b) => Number(b.role === 'PRIMARY_CSR') - Number(a.role === 'PRIMARY_CSR'),
    ),
  );
  const namesOf = (people: { name: string }[]) =>
    new Intl.ListFormat(locale.value, { type: 'conjunction' }).format(people.map(({ name }) => name));
  const watchers = computed(() => namesOf(watching.value));
  const cameraWatchers = computed(() => {
    const { me } = store;
    return namesOf(watching.value.filter((person) => me && maySeeCamera(person, me)));
  });
  const laterThan = ({ grant }: Share) =>
    namesOf(watching.value.filter(({ id }) => grant && !grant.viewers.some((named) => named.id === id)));

  const isPaused = computed(() => store.session?.hold != null);

  function textOf({ liveAt, surface }: Share): string {
    if (isPaused.value) return t('live.pausedScreen');
    return t(liveAt ? SURFACE_TEXT[surface ?? 'UNKNOWN']! : 'live.starting', { csr: watchers.value });
  }

  const seen = computed((): Seen[] => {
    const own = [...sharing.starting, ...sharing.live].filter(({ publisher }) => publisher.id === store.me?.id);
    const screens = own.map((share) => ({
      key: share.id,
      text: textOf(share),
      isPaused: isPaused.value || !share.liveAt,
      since: share.liveAt ? Date.parse(share.liveAt) : 0,
      later: isPaused.value ? '' : laterThan(share),
      stop: () => void sharing.stop(share.id),
    }));
    const camera = media.camera
      ? [
          {
            key: 'camera',
            text: isPaused.value ? t('live.pausedCamera') : t('live.camera', { csr: cameraWatchers.value }),
            isPaused: isPaused.value,
            since: 0,
            later: '',
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
