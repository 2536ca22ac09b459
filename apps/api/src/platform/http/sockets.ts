import type { Viewer } from '../graphql/viewer.js';

/**
 * The actor of an open socket: a sign-in of an account, a seat, or an API token with its account. Revoking it closes
 * the socket.
 */
export type SocketOwner = `auth:${string}:${string}` | `seat:${string}` | `token:${string}:${string}`;

export function ownerOf(viewer: Viewer): SocketOwner | null {
  if (viewer.kind === 'staff') return `auth:${viewer.userId}:${viewer.authSessionId}`;
  if (viewer.kind === 'seat') return `seat:${viewer.participantId}`;
  return viewer.kind === 'token' ? `token:${viewer.makerId}:${viewer.apiTokenId}` : null;
}

export type CloseReason = 'revoked' | 'restarting';

export interface Sockets {
  /** @returns a function to call when the socket is closed */
  track(owner: SocketOwner, close: (reason: CloseReason) => void): () => void;
  revoke(owner: SocketOwner): void;
  /**
   * Closes the sockets of an account and of its tokens, or of all accounts: the clients reconnect and are checked
   * again.
   */
  reopen(userId?: string): void;
}

export function createSockets(): Sockets {
  const open = new Map<SocketOwner, Set<(reason: CloseReason) => void>>();
  return {
    track(owner, close) {
      const set = open.get(owner) ?? new Set();
      open.set(owner, set.add(close));
      return () => {
        set.delete(close);
        if (set.size === 0 && open.get(owner) === set) open.delete(owner);
      };
    },
    revoke: (owner) => open.get(owner)?.forEach((close) => close('revoked')),
    reopen(userId) {
      const kinds = ['auth:', 'token:'].map((kind) => (userId ? `${kind}${userId}:` : kind));
      for (const [owner, set] of open)
        if (kinds.some((kind) => owner.startsWith(kind))) set.forEach((close) => close('restarting'));
    },
  };
}
