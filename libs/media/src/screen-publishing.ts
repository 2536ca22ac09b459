import type { LocalTrackPublication, LocalVideoTrack, Room, TrackPublishOptions, VideoCodec } from 'livekit-client';

const FRAMES = 30;
const BITRATE = 4_000_000;
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
  screenShareEncoding: { maxBitrate: BITRATE, maxFramerate: FRAMES },
  degradationPreference: 'maintain-resolution',
});

/**
 * The client library turns screens of AV1 into motion with several temporal layers, which ruins text. Undone after every
 * publish, also after those that the library does by itself.
 */
async function sharpen(publication: LocalTrackPublication): Promise<void> {
  const track = publication.track as LocalVideoTrack | undefined;
  if (!track?.sender) return;
  track.mediaStreamTrack.contentHint = 'text';
  const parameters = track.sender.getParameters();
  const [encoding] = parameters.encodings as (RTCRtpEncodingParameters & { scalabilityMode?: string })[];
  if (!encoding) return;
  if (encoding.scalabilityMode) encoding.scalabilityMode = 'L1T1';
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

export function keepScreensSharp(
  room: Room,
  { RoomEvent, Track }: Pick<typeof import('livekit-client'), 'RoomEvent' | 'Track'>,
): void {
  room.on(RoomEvent.LocalTrackPublished, (publication) => {
    // a sender that is being changed by the library just now refuses: the picture is there, if less sharp
    if (publication.source === Track.Source.ScreenShare) void sharpen(publication).catch(() => undefined);
  });
}
