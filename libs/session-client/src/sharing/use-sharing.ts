import { TandemError } from '@tandem/client';
import { CaptureError, captureScreen } from '@tandem/media';
import { computed, reactive, ref, watch } from 'vue';
import {
  FailShareDocument,
  ReportNotChosenDocument,
  StartShareDocument,
  StopShareDocument,
  type ShareEndReason,
  type ShareState,
} from '../gql/graphql';
import type { Media } from '../media/use-media';
import type { Share } from '../model/types';
import { useNow } from '../browser/use-now';
import type { SessionStore } from '../session/use-session';

const CLOCK_INTERVAL_MS = 500;
const RETRY_DELAY_MS = 1000;
const OWN_ENDS = new Set<ShareEndReason>(['REFUSED', 'STOPPED_BY_CUSTOMER']);
const RUNNING = new Set<ShareState>(['ASKED', 'GRANTED', 'STARTING', 'LIVE']);

/** It ended before anything was seen, or what the customer watched is over; not by the customer's own act. */
const isOverFor = ({ action, liveAt, endReason }: Share): boolean =>
  endReason !== null && !OWN_ENDS.has(endReason) && (!liveAt || action === 'SHARE_VIEW');

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

  /** A CSR who offered to show a screen may choose again; a customer who was asked for theirs has said no. */
  async function notCaptured({ id: shareId, action }: Share, reason: CaptureError['reason']): Promise<void> {
    if (action === 'SHARE_VIEW' && reason === 'PICKER_CANCELLED')
      await client.mutate(ReportNotChosenDocument, { shareId });
    else await fail(shareId, reason);
  }

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
      if (cause instanceof CaptureError) await notCaptured(share, cause.reason);
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
    /** The last share, if the viewer is its customer and did not end it themselves, until the next request. */
    over: computed(() => {
      const [last] = store.shares;
      return last && isOverFor(last) && last.customer.id === store.me?.id ? last : null;
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
