import { tailEvents, TandemError, type TandemClient } from '@tandem/client';
import { onScopeDispose } from 'vue';
import { NextSessionEventsDocument, SessionEventsDocument, SessionSnapshotDocument } from '../gql/graphql';
import { isTemporary, shouldAskReason } from '../model/connection-rules';
import type { Connection, SessionEvent, Snapshot } from '../model/types';
import { useConnection } from './use-connection';

const SNAPSHOT_RETRY_MS = 1500;

interface StreamOptions {
  sessionId: string;
  client: TandemClient;
  onSnapshot(snapshot: Snapshot): void;
  onEvent(event: SessionEvent): void;
  /** A lost connection is back. */
  onReconnect(): void;
}

/** Loads a snapshot of a session and then follows its events. Both restart by `open`. */
export function useEventStream({ sessionId, client, onSnapshot, onEvent, onReconnect }: StreamOptions) {
  const { restart, become, way, ...shown } = useConnection();
  let stop: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDisposed = false;
  let refusedAt = -Infinity;

  function onState(state: Connection, cause?: TandemError): void {
    if (state === 'refused' && shouldAskReason(cause, refusedAt, Date.now())) {
      refusedAt = Date.now();
      void open();
    } else if (become(state, cause)) onReconnect();
  }

  function onFailure(cause: TandemError): void {
    if (isTemporary(cause)) {
      become('lost', cause);
      timer = setTimeout(() => void open(), SNAPSHOT_RETRY_MS);
    } else {
      refusedAt = Date.now();
      become('refused', cause);
    }
  }

  async function open(): Promise<void> {
    restart();
    stop?.();
    try {
      const { session } = await client.query(SessionSnapshotDocument, { id: sessionId });
      if (isDisposed) return;
      onSnapshot(session);
      if (session.state === 'ENDED') become('over');
      else stop = follow(session.lastSeq);
    } catch (cause) {
      if (isDisposed) return;
      if (!(cause instanceof TandemError)) throw cause;
      onFailure(cause);
    }
  }

  const follow = (after: number) =>
    tailEvents<SessionEvent>({
      ...{ after, onEvent, onState, onWay: (now) => (way.value = now) },
      ...transports(sessionId, client),
    });
  onScopeDispose(() => {
    isDisposed = true;
    clearTimeout(timer);
    stop?.();
  });
  return { ...shown, open };
}

/** How events arrive: by a subscription, or by requests where the network blocks sockets. */
const transports = (sessionId: string, client: TandemClient) => ({
  step: async (after: number) =>
    (await client.query(NextSessionEventsDocument, { sessionId, after })).nextSessionEvents,
  attempt: (after: number, on: { live(): void; event(event: SessionEvent): void; signal: AbortSignal }) =>
    client.subscribe(
      SessionEventsDocument,
      { sessionId, after },
      { onLive: on.live, onData: (data) => on.event(data.sessionEvents), signal: on.signal },
    ),
});
