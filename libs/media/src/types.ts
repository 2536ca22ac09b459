import type { RemoteTrack } from 'livekit-client';

/** The state of the media in this window. */
export type MediaState =
  | 'idle' // not requested yet
  | 'connecting'
  | 'live'
  | 'frozen' // nothing received for 3 s: reconnecting
  | 'elsewhere' // another window of this seat has the media
  | 'unavailable' // the media server can't be reached: retrying
  | 'blocked' // it answers, but no media connection opens: retrying
  | 'closed';

export interface MediaTicket {
  url: string;
  token: string;
}

/** Requests a ticket from the API. `isTakeOver`: take the media over from another window of the same seat. */
export type TicketProvider = (isTakeOver: boolean) => Promise<MediaTicket>;

/** How this window reacts to a refused ticket. */
export type TicketRefusal = 'elsewhere' | 'closed' | 'later';

export type RemoteSource = 'microphone' | 'camera' | 'screen';
export interface RemoteMedia {
  participantId: string;
  source: RemoteSource;
  track: RemoteTrack;
}

/** How large a picture is shown, in pixels of the display. */
export interface PictureSize {
  width: number;
  height: number;
}
/** Who receives the own camera, by participant id. Those who are in neither list receive nothing of this participant. */
export interface CameraAudience {
  seenBy: readonly string[];
  /** These receive everything else. */
  hiddenFrom: readonly string[];
}

export type Quality = 'excellent' | 'good' | 'poor' | 'lost' | 'unknown';

/** Small messages that are never stored. */
export type DataMessage = { kind: 'heartbeat' } | { kind: 'typing'; isTyping: boolean } | { kind: 'read'; seq: number };

export interface MediaEvents {
  state: MediaState;
  /** The other participants in the room. */
  others: readonly string[];
  remote: readonly RemoteMedia[];
  quality: { participantId: string; quality: Quality };
  data: { participantId: string; message: DataMessage };
  /** Devices were connected or removed. */
  devices: void;
  /** The track of the shared screen has ended, by the browser's own bar or because its window was closed. */
  screenEnded: void;
  /** A new connection: tracks must be published again. */
  connected: void;
}
