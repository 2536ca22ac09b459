import { afterAll, afterEach, beforeAll } from 'vitest';
import type { ApiUser } from './api-user.js';
import { MediaPeer } from './media-peer.js';
import { startMediaWorld, type MediaWorld, type Ticket } from './media-world.js';

/** For a test file about media: a world that stands from its first test to its last, and people who leave after each. */
export function useMediaWorld() {
  let world: MediaWorld;
  const peers: MediaPeer[] = [];
  beforeAll(async () => {
    world = await startMediaWorld();
  });
  afterEach(async () => {
    for (const peer of peers.splice(0)) await peer.leave();
  });
  afterAll(() => world.stop());

  const enterWith = (ticket: Ticket): Promise<MediaPeer> => {
    const peer = new MediaPeer();
    peers.push(peer);
    return peer.join(ticket);
  };
  return {
    /** The world itself; there from the first test on. */
    get world() {
      return world;
    },
    get api() {
      return world.api;
    },
    enterWith,
    /** Somebody takes their seat's place in the room. */
    enter: async (user: ApiUser, sessionId: string) => enterWith(await world.ticketFor(user, sessionId)),
  };
}
