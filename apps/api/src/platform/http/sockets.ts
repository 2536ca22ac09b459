/** Who stands behind an open socket: a sign-in, a seat or a token. Revoking it closes the socket. */
export type SocketOwner = `auth:${string}` | `seat:${string}` | `token:${string}`;

export interface Sockets {
  /** @returns what to call when the socket is closed */
  track(owner: SocketOwner, close: (reason: 'revoked') => void): () => void;
  revoke(owner: SocketOwner): void;
}

export function createSockets(): Sockets {
  const open = new Map<SocketOwner, Set<(reason: 'revoked') => void>>();
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
  };
}
