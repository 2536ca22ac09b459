import type { LocalTrackPublication, LocalVideoTrack, Room, TrackPublishOptions, VideoCodec } from 'livekit-client';

/** How a screen is sent: as sharp as it is, or with much fewer bytes. */
export type ScreenMode = 'STANDARD' | 'SAMPLING';

interface Encoding {
  maxBitrate: number;
  maxFramerate: number;
  scaleResolutionDownBy: number;
}
/** Sampling is a quarter of the dots, a few times a second. */
const ENCODINGS: Record<ScreenMode, Encoding> = {
  STANDARD: { maxBitrate: 4_000_000, maxFramerate: 30, scaleResolutionDownBy: 1 },
  SAMPLING: { maxBitrate: 300_000, maxFramerate: 4, scaleResolutionDownBy: 2 },
};
/** Best first. AV1 keeps dense text sharpest at the least bits; VP8 is everywhere. */
const CODECS: readonly VideoCodec[] = ['av1', 'vp8'];

/** The best codec that this browser can send. */
export function screenCodec(capabilities = RTCRtpSender.getCapabilities('video')): VideoCodec {
  const known = new Set((capabilities?.codecs ?? []).map(({ mimeType }) => mimeType.toLowerCase()));
  return CODECS.find((codec) => known.has(`video/${codec}`)) ?? 'vp8';
}

export const screenOptions = (codec: VideoCodec): TrackPublishOptions => ({
  videoCodec: codec,
  backupCodec: false,
  simulcast: false,
  screenShareEncoding: { maxBitrate: ENCODINGS.STANDARD.maxBitrate, maxFramerate: ENCODINGS.STANDARD.maxFramerate },
  degradationPreference: 'maintain-resolution',
});

/**
 * Sets a running screen to a mode. The client library turns screens of AV1 into motion with several temporal layers, which
 * ruins text: that is undone with it.
 */
async function tune(publication: LocalTrackPublication, mode: ScreenMode): Promise<void> {
  const track = publication.track as LocalVideoTrack | undefined;
  if (!track?.sender) return;
  track.mediaStreamTrack.contentHint = 'text';
  const parameters = track.sender.getParameters();
  const [encoding] = parameters.encodings as (RTCRtpEncodingParameters & { scalabilityMode?: string })[];
  if (!encoding) return;
  if (encoding.scalabilityMode) encoding.scalabilityMode = 'L1T1';
  Object.assign(encoding, ENCODINGS[mode]);
  await track.sender.setParameters(parameters);
}

/** Publishes a captured screen; `keepScreensSharp` does the rest. The server must have allowed it before. */
export async function publishScreen(
  room: Room,
  stream: MediaStream,
  source: TrackPublishOptions['source'],
): Promise<void> {
  const [video] = stream.getVideoTracks();
  if (!video) throw new Error('a screen without a picture');
  video.contentHint = 'text';
  await room.localParticipant.publishTrack(video, { ...screenOptions(screenCodec()), ...(source && { source }) });
}

type Names = Pick<typeof import('livekit-client'), 'RoomEvent' | 'Track'>;

/** Every screen that is published gets the mode of that moment, also those that the library publishes by itself. */
export function tuneScreens(room: Room, { RoomEvent, Track }: Names, mode: () => ScreenMode): void {
  room.on(RoomEvent.LocalTrackPublished, (publication) => {
    // a sender that is being changed by the library just now refuses: the picture is there, if less sharp
    if (publication.source === Track.Source.ScreenShare) void tune(publication, mode()).catch(() => undefined);
  });
}

/** The screen that is shown now goes on in another mode: the same track, so nobody is asked. */
export async function retuneScreens(room: Room, { Track }: Pick<Names, 'Track'>, mode: ScreenMode): Promise<void> {
  for (const publication of room.localParticipant.trackPublications.values())
    if (publication.source === Track.Source.ScreenShare) await tune(publication, mode);
}
