import type { ApiUser } from './api-user.js';
import { createLivekit } from '../src/features/tools/media/livekit.js';
import { startLivekitServer } from './livekit-server.js';
import { startTestApi } from './test-api.js';

export const JOIN = 'mutation($i: JoinMediaInput!) { joinMedia(input: $i) { url token } }';
export const END = 'mutation($id: ID!) { endSession(sessionId: $id) { id } }';
export const WINDOW = 'the-first-window';

export interface Ticket {
  url: string;
  token: string;
}

/** The API with a media server of its own. */
export async function startMediaWorld() {
  const server = await startLivekitServer();
  const api = await startTestApi({ ...server.env, TRUSTED_PROXIES: '127.0.0.1,::1' });
  return {
    server,
    api,
    /** The media server's administrative API. */
    livekit: createLivekit(api.platform.config.livekit!),
    async ticketFor(user: ApiUser, sessionId: string, windowId = WINDOW, isTakeOver = false): Promise<Ticket> {
      return (await user.ask(JOIN, { i: { sessionId, windowId, isTakeOver } })).joinMedia;
    },
    roomOf: async (sessionId: string) => (await api.prisma.mediaRoom.findUnique({ where: { sessionId } }))!.room,
    async stop(): Promise<void> {
      await api.stop();
      await server.stop();
    },
  };
}
export type MediaWorld = Awaited<ReturnType<typeof startMediaWorld>>;
