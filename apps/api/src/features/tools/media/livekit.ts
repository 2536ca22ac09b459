import {
  AccessToken,
  RoomServiceClient,
  TokenVerifier,
  TrackSource,
  TwirpError,
  WebhookReceiver,
} from 'livekit-server-sdk';
import { Failure } from '../../../platform/graphql/index.js';

export interface LivekitSettings {
  url: string;
  apiKey: string;
  apiSecret: string;
}
export type PublishSource = 'microphone' | 'camera' | 'screen';

const SOURCES: Record<PublishSource, TrackSource> = {
  microphone: TrackSource.MICROPHONE,
  camera: TrackSource.CAMERA,
  screen: TrackSource.SCREEN_SHARE,
};
const EMPTY_TIMEOUT_SECONDS = 300;
const TIMEOUT_SECONDS = 4;

/** What a token of ours carries besides its rights. */
export interface Ticket {
  ticketId: string;
  windowId: string;
}

/** What somebody may show, whether anything comes to them, and whether short messages go out from them (somebody types, a pointer). */
export interface Rights {
  sources: PublishSource[];
  canSubscribe: boolean;
  canPublishData: boolean;
}
/** What a token lets do, and for how long. */
export interface Terms extends Rights {
  lifeSeconds: number;
}

export interface Guest {
  identity: string;
  ticketId: string | null;
  /** Pictures of a screen arrive from them. */
  isShowingScreen: boolean;
}

function ticketIn(metadata: string | undefined): Ticket | null {
  try {
    const { ticketId, windowId } = JSON.parse(metadata || '{}') as Partial<Ticket>;
    return ticketId && windowId ? { ticketId, windowId } : null;
  } catch {
    return null; // not of our making
  }
}

/** The media server, as far as we use it. Nobody there is MEDIA_UNAVAILABLE; somebody or something gone is no failure. */
export function createLivekit({ url, apiKey, apiSecret }: LivekitSettings) {
  const rooms = new RoomServiceClient(url.replace(/^ws/, 'http'), apiKey, apiSecret, {
    requestTimeout: TIMEOUT_SECONDS,
  });
  const verifier = new TokenVerifier(apiKey, apiSecret);
  const receiver = new WebhookReceiver(apiKey, apiSecret);

  async function ask<T>(request: Promise<T>): Promise<T> {
    try {
      return await request;
    } catch (error) {
      if (error instanceof TwirpError) throw error;
      throw new Failure('MEDIA_UNAVAILABLE');
    }
  }
  const orGone = async (request: Promise<unknown>): Promise<void> => {
    try {
      await ask(request);
    } catch (error) {
      if (!(error instanceof TwirpError) || error.code !== 'not_found') throw error;
    }
  };

  return {
    address: url,
    /** Makes the room if it isn't there. Its name is known to nobody else. */
    ensureRoom: (name: string) =>
      ask(rooms.createRoom({ name, emptyTimeout: EMPTY_TIMEOUT_SECONDS, departureTimeout: EMPTY_TIMEOUT_SECONDS })),
    deleteRoom: (name: string) => orGone(rooms.deleteRoom(name)),
    /** Who is in the room, each with the ticket that let them in; nobody when it is gone. */
    async guests(room: string): Promise<Guest[]> {
      try {
        const participants = await ask(rooms.listParticipants(room));
        return participants.map(({ identity, metadata, tracks }) => ({
          identity,
          ticketId: ticketIn(metadata)?.ticketId ?? null,
          isShowingScreen: tracks.some(({ source }) => source === TrackSource.SCREEN_SHARE),
        }));
      } catch (error) {
        if (error instanceof TwirpError) return [];
        throw error;
      }
    },
    setRights: (room: string, identity: string, { sources, canSubscribe, canPublishData }: Rights) =>
      orGone(
        rooms.updateParticipant(room, identity, {
          permission: {
            canPublish: sources.length > 0,
            canSubscribe,
            canPublishData,
            canPublishSources: sources.map((source) => SOURCES[source]),
          },
        }),
      ),
    removeParticipant: (room: string, identity: string) => orGone(rooms.removeParticipant(room, identity)),
    /** Carries what the seat may do now; cameras and screens are widened later, while they are on or granted. */
    createToken(
      room: string,
      identity: string,
      ticket: Ticket,
      { sources, canSubscribe, canPublishData, lifeSeconds }: Terms,
    ): Promise<string> {
      const token = new AccessToken(apiKey, apiSecret, {
        identity,
        ttl: lifeSeconds,
        metadata: JSON.stringify(ticket),
      });
      token.addGrant({
        room,
        roomJoin: true,
        canSubscribe,
        canPublish: sources.length > 0,
        canPublishSources: sources.map((source) => SOURCES[source]),
        canPublishData,
        canUpdateOwnMetadata: false,
      });
      return token.toJwt();
    },
    /** @returns null for a token that isn't ours, or whose time is over */
    async readToken(token: string): Promise<(Ticket & { room: string; identity: string }) | null> {
      try {
        const claims = await verifier.verify(token);
        const ticket = ticketIn(claims.metadata);
        const room = claims.video?.room;
        return claims.sub && room && ticket ? { ...ticket, room, identity: claims.sub } : null;
      } catch {
        return null;
      }
    },
    /** What the server reports of a room and, in most events, of somebody in it. @throws when its signature is wrong */
    async readWebhook(body: string, authorization: string | undefined) {
      const { event, room, participant } = await receiver.receive(body, authorization);
      return { event, room: room?.name, identity: participant?.identity, ticket: ticketIn(participant?.metadata) };
    },
  };
}
export type Livekit = ReturnType<typeof createLivekit>;
