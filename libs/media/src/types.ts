import type { RemoteTrack } from 'livekit-client';

/** Where the media of this window stands. */
export type MediaState =
  | 'idle' // not asked for yet
  | 'connecting'
  | 'live'
  | 'frozen' // nothing has come for 3 s: coming back by itself
  | 'elsewhere' // another window of this seat holds the media
  | 'unavailable' // the media server can't be reached: trying on
  | 'blocked' // it answers, and no way for sound and pictures leads to it: trying on
  | 'closed';

export interface MediaTicket {
  url: string;
  token: string;
}

/** Asks the API for a ticket. `isTakeOver`: take the media from another window of the same seat. */
export type TicketProvider = (isTakeOver: boolean) => Promise<MediaTicket>;

/** What a ticket can be refused with, as far as this window must act upon it. */
export type TicketRefusal = 'elsewhere' | 'closed' | 'later';

export type RemoteSource = 'microphone' | 'camera' | 'screen';
export interface RemoteMedia {
  participantId: string;
  source: RemoteSource;
  track: RemoteTrack;
}

export type Quality = 'excellent' | 'good' | 'poor' | 'lost' | 'unknown';

/** Small messages that are never written down anywhere. */
export type DataMessage = { kind: 'heartbeat' } | { kind: 'typing'; isTyping: boolean } | { kind: 'read'; seq: number };

export interface MediaEvents {
  state: MediaState;
  /** Who else is in the room. */
  others: readonly string[];
  remote: readonly RemoteMedia[];
  quality: { participantId: string; quality: Quality };
  data: { participantId: string; message: DataMessage };
  /** Devices were plugged in or taken away. */
  devices: void;
  /** The own screen's track has ended: the browser's own bar, a closed window. */
  screenEnded: void;
  /** The connection is new: what should be published must be published again. */
  connected: void;
}
