import { CLOSE_CODES } from '@tandem/contract';
import { LIMITS } from '@tandem/domain';
import type { WebSocket } from 'ws';
import type { Viewer } from '../platform/graphql/index.js';

export interface OpenSocket {
  socket: Pick<WebSocket, 'close'>;
  wire: { readonly heardAt: number };
  /** Its number of subscriptions now. */
  following(): number;
}
/** All sockets of one seat, account or token. */
export interface OpenSockets {
  remove(socket: OpenSocket): void;
  /** Whether one more subscription is allowed; the new one is counted already. */
  mayFollow(): boolean;
}

/**
 * Limits the sockets of one owner. A new one is always accepted, because somebody is using it now; instead the one that
 * was silent for longest is closed, which is a lost connection before any live one. Its page reconnects later, or when
 * it becomes visible.
 */
export function createOpenSockets() {
  const byOwner = new Map<string, Set<OpenSocket>>();

  function keyOf(viewer: Viewer): { key: string; limit: number } {
    if (viewer.kind === 'seat') return { key: viewer.participantId, limit: LIMITS.socketsPerSeat };
    const key = viewer.kind === 'staff' ? viewer.userId : viewer.kind === 'token' ? viewer.apiTokenId : '';
    return { key, limit: LIMITS.socketsPerAccount };
  }

  return {
    add(viewer: Viewer, opened: OpenSocket): OpenSockets {
      const { key, limit } = keyOf(viewer);
      const all = byOwner.get(key) ?? new Set();
      byOwner.set(key, all.add(opened));
      const others = [...all].filter((each) => each !== opened).sort((a, b) => a.wire.heardAt - b.wire.heardAt);
      for (const each of others.slice(0, Math.max(0, all.size - limit))) {
        all.delete(each);
        each.socket.close(CLOSE_CODES.tooMany, 'too many windows');
      }
      return {
        remove(socket) {
          all.delete(socket);
          if (all.size === 0 && byOwner.get(key) === all) byOwner.delete(key);
        },
        mayFollow: () => [...all].reduce((sum, { following }) => sum + following(), 0) <= LIMITS.subscriptionsPerOwner,
      };
    },
  };
}
