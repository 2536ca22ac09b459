import { TandemError } from '@tandem/client';
import { CaptureError, captureScreen } from '@tandem/media';
import { computed, reactive, ref, watch } from 'vue';
import {
  FailShareDocument,
  StartShareDocument,
  StopShareDocument,
  type ShareEndReason,
  type ShareState,
} from '../gql/graphql';
import type { Media } from '../media/use-media';
import { useNow } from '../browser/use-now';
import type { SessionStore } from '../session/use-session';

const TICK = 500;
const RUNNING = new Set<ShareState>(['ASKED', 'GRANTED', 'STARTING', 'LIVE']);

/** The running shares of a session, and the picture of the own screen. */
export function useSharing(store: SessionStore, media: Media) {
  const now = useNow(TICK);
  const isPicking = ref(false);
  /** The share whose picture comes from this very window. */
  const ownShareId = ref<string | null>(null);

  const isMine = (share: { publisher: { id: string } }) => share.publisher.id === store.me?.id;
  const running = computed(() => store.shares.filter(({ state }) => RUNNING.has(state)));
  const live = computed(() => running.value.filter(({ state }) => state === 'LIVE'));
  const starting = computed(() => running.value.filter(({ state }) => state === 'STARTING'));
  const { client } = store;

  const fail = (shareId: string, reason: ShareEndReason) =>
    client.mutate(FailShareDocument, { shareId, reason }).catch(() => undefined);

  /** Opens the browser's picker and shows what was chosen. Must be called from a click or a key. */
  async function pick(shareId: string): Promise<void> {
    const share = store.shares.find(({ id }) => id === shareId);
    if (!share || isPicking.value) return;
    isPicking.value = true;
    let stream: MediaStream | null = null;
    try {
      const captured = await captureScreen(share.target);
      stream = captured.stream;
      // the browser's own bar, or the chosen window, may end it at any moment
      stream.getVideoTracks()[0]?.addEventListener('ended', () => void endedByBrowser(shareId), { once: true });
      ownShareId.value = shareId;
      await client.mutate(StartShareDocument, { shareId, surface: captured.surface });
      await media.showScreen(stream);
    } catch (cause) {
      stream?.getTracks().forEach((track) => track.stop());
      ownShareId.value = null;
      if (cause instanceof CaptureError) await fail(shareId, cause.reason);
      else if (cause instanceof TandemError) throw cause;
      else await fail(shareId, media.state === 'live' ? 'CAPTURE_FAILED' : 'MEDIA_NOT_CONNECTED');
    } finally {
      isPicking.value = false;
    }
  }

  async function endedByBrowser(shareId: string): Promise<void> {
    if (ownShareId.value !== shareId) return;
    await stop(shareId, true);
  }

  /** The picture stops here at once; the server is told, and told again until it hears. */
  async function stop(shareId: string, isByBrowser = false): Promise<void> {
    if (ownShareId.value === shareId) {
      ownShareId.value = null;
      media.hideScreen();
    }
    await client.mutate(StopShareDocument, { shareId, isByBrowser }).catch((cause: TandemError) => {
      if (cause.code === 'UNAVAILABLE') setTimeout(() => void stop(shareId, isByBrowser), 1000);
    });
  }

  // what is over for the server is over here, whoever ended it
  watch(
    () => store.shares.find(({ id }) => id === ownShareId.value)?.state,
    (state) => {
      if (!ownShareId.value || (state && RUNNING.has(state))) return;
      ownShareId.value = null;
      media.hideScreen();
    },
  );
  // a page that was loaded anew has lost its picture: it can't come back without the browser's picker
  watch(
    () => [store.connection, media.state] as const,
    ([connection, state]) => {
      if (connection !== 'live' || state !== 'live') return;
      for (const share of [...live.value, ...starting.value])
        if (isMine(share) && ownShareId.value !== share.id) void fail(share.id, 'PUBLISHER_LEFT');
    },
  );

  return reactive({
    running,
    live,
    /** Chosen, on its way, and not yet seen. */
    starting,
    isPicking,
    /** The last one when I was asked and it has failed: nothing was seen, and nothing was asked since. */
    failed: computed(() => {
      const [last] = store.shares;
      return last?.state === 'FAILED' && last.customer.id === store.me?.id ? last : null;
    }),
    /** Why there is no asking now although the server would allow it: one of both is not in the media room. */
    withoutMedia: computed(() => {
      if (media.state !== 'live') return 'OWN' as const;
      return store.customer && !media.isConnectedTo(store.customer.id) ? ('CUSTOMER' as const) : null;
    }),
    /** My screen was allowed: a click must open the browser's picker. */
    toPick: computed(() => running.value.find((share) => share.state === 'GRANTED' && isMine(share)) ?? null),
    ownShareId,
    /** The server's time, twice a second. */
    now,
    /** @throws TandemError, as all below */
    pick,
    /** The picker is not wanted after all. */
    dontPick: (shareId: string) => fail(shareId, 'PICKER_CANCELLED'),
    stop,
  });
}
export type Sharing = ReturnType<typeof useSharing>;
