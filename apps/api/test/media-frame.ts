import { afterAll, afterEach, beforeAll } from 'vitest';
import type { ApiUser } from './api-user.js';
import { MediaPeer } from './media-peer.js';
import { startMediaWorld, type MediaWorld, type Ticket } from './media-world.js';

/** For a file of media tests: one world for all its tests, and peers that disconnect after each test. */
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
    /** The world; available from the first test on. */
    get world() {
      return world;
    },
    get api() {
      return world.api;
    },
    enterWith,
    /** Connects a participant to the media room. */
    enter: async (user: ApiUser, sessionId: string) => enterWith(await world.ticketFor(user, sessionId)),
  };
}
