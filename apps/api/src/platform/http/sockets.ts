import type { Viewer } from '../graphql/viewer.js';

/** Who stands behind an open socket: a sign-in of an account, a seat or a token, of the account that made it. Revoking it closes the socket. */
export type SocketOwner = `auth:${string}:${string}` | `seat:${string}` | `token:${string}:${string}`;

export function ownerOf(viewer: Viewer): SocketOwner | null {
  if (viewer.kind === 'staff') return `auth:${viewer.userId}:${viewer.authSessionId}`;
  if (viewer.kind === 'seat') return `seat:${viewer.participantId}`;
  return viewer.kind === 'token' ? `token:${viewer.makerId}:${viewer.apiTokenId}` : null;
}

export type CloseReason = 'revoked' | 'restarting';

export interface Sockets {
  /** @returns what to call when the socket is closed */
  track(owner: SocketOwner, close: (reason: CloseReason) => void): () => void;
  revoke(owner: SocketOwner): void;
  /** Closes the sockets of an account and of its tokens, or of all accounts: they come again and are looked at anew. */
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
