import { TandemError } from '@tandem/contract/client';
import { LIMITS } from '@tandem/domain';
import { CaptureError, captureScreen } from '@tandem/media';
import { computed, reactive, ref, watch } from 'vue';
import {
  AnswerShareDocument,
  type AnswerShareInput,
  AskShareDocument,
  ExtendShareQuestionDocument,
  FailShareDocument,
  RevokeGrantDocument,
  StartShareDocument,
  StopShareDocument,
  WithdrawShareDocument,
  type ShareAction,
  type ShareEndReason,
  type ShareState,
  type ShareTarget,
} from './gql/graphql';
import type { Media } from './use-media';
import { useNow } from './use-now';
import type { SessionStore } from './use-session';

const TICK = 500;
const RUNNING = new Set<ShareState>(['ASKED', 'GRANTED', 'STARTING', 'LIVE']);

/** Questions, consents and running shares of a session, and the picture of the own screen. */
export function useSharing(store: SessionStore, media: Media) {
  const now = useNow(TICK);
  const isPicking = ref(false);
  /** The share whose picture comes from this very window. */
  const ownShareId = ref<string | null>(null);

  // the server's clock is known within the way of an answer: what is shown never goes beyond what was promised
  const secondsUntil = (due: string) =>
    Math.min(LIMITS.shareAnswer / 1000, Math.max(0, Math.ceil((Date.parse(due) - now.value) / 1000)));
  const isMine = (share: { publisher: { id: string } }) => share.publisher.id === store.me?.id;
  const running = computed(() => store.shares.filter(({ state }) => RUNNING.has(state)));
  const question = computed(() => running.value.find(({ state }) => state === 'ASKED') ?? null);
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
    question,
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
    /** My consents that stand for longer than one use. */
    standing: computed(() =>
      store.grants.filter(
        ({ endedAt, duration, grantor }) => !endedAt && duration !== 'ONCE' && grantor.id === store.me?.id,
      ),
    ),
    /** My screen was allowed: a click must open the browser's picker. */
    toPick: computed(() => running.value.find((share) => share.state === 'GRANTED' && isMine(share)) ?? null),
    ownShareId,
    /** Seconds until silence becomes no. */
    secondsLeft: computed(() => (question.value?.dueAt ? secondsUntil(question.value.dueAt) : null)),
    /** The server's time, twice a second. */
    now,
    /** @throws TandemError, as all below */
    ask: (action: ShareAction, target: ShareTarget) =>
      client.mutate(AskShareDocument, { input: { sessionId: store.id, action, target } }),
    withdraw: (shareId: string) => client.mutate(WithdrawShareDocument, { shareId }),
    /** @returns how it was not taken: it is over, or somebody else would see it too than `viewerIds` names */
    answer: (input: AnswerShareInput): Promise<'OVER' | 'VIEWERS_CHANGED' | null> =>
      client.mutate(AnswerShareDocument, { input }).then(
        () => null,
        ({ code }: TandemError) => (code === 'VIEWERS_CHANGED' ? code : 'OVER'),
      ),
    extend: (shareId: string) => client.mutate(ExtendShareQuestionDocument, { shareId }),
    pick,
    /** The picker is not wanted after all. */
    dontPick: (shareId: string) => fail(shareId, 'PICKER_CANCELLED'),
    stop,
    revoke: (grantId: string) => client.mutate(RevokeGrantDocument, { grantId }),
  });
}
export type Sharing = ReturnType<typeof useSharing>;
