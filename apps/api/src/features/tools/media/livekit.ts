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

/** Our metadata in a token. */
export interface Ticket {
  ticketId: string;
  windowId: string;
}

/**
 * What a participant may publish, whether they receive anything, and whether they can send data messages (typing,
 * pointers).
 */
export interface Rights {
  sources: PublishSource[];
  canSubscribe: boolean;
  canPublishData: boolean;
}
/** The rights of a token, and its lifetime. */
export interface Terms extends Rights {
  lifeSeconds: number;
}

export interface Guest {
  identity: string;
  ticketId: string | null;
  /** The media server receives pictures of their screen. */
  isShowingScreen: boolean;
  /** The ids of the tracks of their camera at the media server. */
  cameras: string[];
}

function ticketIn(metadata: string | undefined): Ticket | null {
  try {
    const { ticketId, windowId } = JSON.parse(metadata || '{}') as Partial<Ticket>;
    return ticketId && windowId ? { ticketId, windowId } : null;
  } catch {
    return null; // not created by us
  }
}

/**
 * The client of the media server's API. An unreachable server is MEDIA_UNAVAILABLE; a missing room or participant is no
 * failure.
 */
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
    /** Creates the room if it doesn't exist. Its name is secret. */
    ensureRoom: (name: string) =>
      ask(rooms.createRoom({ name, emptyTimeout: EMPTY_TIMEOUT_SECONDS, departureTimeout: EMPTY_TIMEOUT_SECONDS })),
    deleteRoom: (name: string) => orGone(rooms.deleteRoom(name)),
    /** The participants of a room, each with their ticket; empty when the room does not exist. */
    async guests(room: string): Promise<Guest[]> {
      try {
        const participants = await ask(rooms.listParticipants(room));
        return participants.map(({ identity, metadata, tracks }) => ({
          identity,
          ticketId: ticketIn(metadata)?.ticketId ?? null,
          isShowingScreen: tracks.some(({ source }) => source === TrackSource.SCREEN_SHARE),
          cameras: tracks.filter(({ source }) => source === TrackSource.CAMERA).map(({ sid }) => sid),
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
    /** Stops sending these tracks to a participant. */
    withhold: (room: string, identity: string, trackIds: string[]) =>
      orGone(rooms.updateSubscriptions(room, identity, trackIds, false)),
    removeParticipant: (room: string, identity: string) => orGone(rooms.removeParticipant(room, identity)),
    /** Contains the rights of the seat now; cameras and screens are enabled later, while they are on or granted. */
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
    /** @returns null for a token that isn't ours, or has expired */
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
    /** A webhook's room and, in most events, participant. @throws on an invalid signature */
    async readWebhook(body: string, authorization: string | undefined) {
      const { event, room, participant } = await receiver.receive(body, authorization);
      return { event, room: room?.name, identity: participant?.identity, ticket: ticketIn(participant?.metadata) };
    },
  };
}
export type Livekit = ReturnType<typeof createLivekit>;
