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

const CLOCK_INTERVAL_MS = 500;
const RETRY_DELAY_MS = 1000;
const RUNNING = new Set<ShareState>(['ASKED', 'GRANTED', 'STARTING', 'LIVE']);

/** The running shares of a session, and the capture of the own screen. */
export function useSharing(store: SessionStore, media: Media) {
  const now = useNow(CLOCK_INTERVAL_MS);
  const isPicking = ref(false);
  /** The share that is captured by this window. */
  const ownShareId = ref<string | null>(null);

  const isMine = (share: { publisher: { id: string } }) => share.publisher.id === store.me?.id;
  const running = computed(() => store.shares.filter(({ state }) => RUNNING.has(state)));
  const live = computed(() => running.value.filter(({ state }) => state === 'LIVE'));
  const starting = computed(() => running.value.filter(({ state }) => state === 'STARTING'));
  const { client } = store;

  const fail = (shareId: string, reason: ShareEndReason) =>
    client.mutate(FailShareDocument, { shareId, reason }).catch(() => undefined);

  /** Opens the browser's picker and shows the chosen screen. Must be called from a click or key handler. */
  async function pick(shareId: string): Promise<void> {
    const share = store.shares.find(({ id }) => id === shareId);
    if (!share || isPicking.value) return;
    isPicking.value = true;
    let stream: MediaStream | null = null;
    try {
      const captured = await captureScreen(share.target);
      stream = captured.stream;
      // the browser's own bar ends it, or the shared window is closed
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

  /** Stops the capture immediately, and notifies the server until it answers. */
  async function stop(shareId: string, isByBrowser = false): Promise<void> {
    if (ownShareId.value === shareId) {
      ownShareId.value = null;
      media.hideScreen();
    }
    await client.mutate(StopShareDocument, { shareId, isByBrowser }).catch((cause: TandemError) => {
      if (cause.code === 'UNAVAILABLE') setTimeout(() => void stop(shareId, isByBrowser), RETRY_DELAY_MS);
    });
  }

  // a share that has ended on the server ends here too
  watch(
    () => store.shares.find(({ id }) => id === ownShareId.value)?.state,
    (state) => {
      if (!ownShareId.value || (state && RUNNING.has(state))) return;
      ownShareId.value = null;
      media.hideScreen();
    },
  );
  // a reloaded page has lost its capture, which only the browser's picker can start again
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
    /** Captured, but not received by the media server yet. */
    starting,
    isPicking,
    /** The last share, if the viewer is its customer and it has failed, until the next request. */
    failed: computed(() => {
      const [last] = store.shares;
      return last?.state === 'FAILED' && last.customer.id === store.me?.id ? last : null;
    }),
    /** Why a share can't be requested now, although the server would allow it: one of the two is not in the media room. */
    withoutMedia: computed(() => {
      if (media.state !== 'live') return 'OWN' as const;
      return store.customer && !media.isConnectedTo(store.customer.id) ? ('CUSTOMER' as const) : null;
    }),
    /** The share for which the viewer must open the browser's picker by a click. */
    toPick: computed(() => running.value.find((share) => share.state === 'GRANTED' && isMine(share)) ?? null),
    ownShareId,
    /** The server's time, twice a second. */
    now,
    /** @throws TandemError, as all below */
    pick,
    /** The viewer does not want to pick a screen after all. */
    dontPick: (shareId: string) => fail(shareId, 'PICKER_CANCELLED'),
    stop,
  });
}
export type Sharing = ReturnType<typeof useSharing>;
