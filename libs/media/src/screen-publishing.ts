import type { LocalTrackPublication, LocalVideoTrack, Room, TrackPublishOptions, VideoCodec } from 'livekit-client';
import { makeGrey, type GreyScreen } from './grey-screen';
import { watchStaticPicture } from './static-picture';
import { MODE_SETTINGS, type ScreenMode } from './screen-modes';

/** Best first. AV1 keeps dense text sharpest at a low bitrate; every browser has VP8. */
const CODECS: readonly VideoCodec[] = ['av1', 'vp8'];

/** The best codec that this browser can send. */
function screenCodec(capabilities = RTCRtpSender.getCapabilities('video')): VideoCodec {
  const supported = new Set((capabilities?.codecs ?? []).map(({ mimeType }) => mimeType.toLowerCase()));
  return CODECS.find((codec) => supported.has(`video/${codec}`)) ?? 'vp8';
}

function screenOptions(codec: VideoCodec, mode: ScreenMode = 'STANDARD'): TrackPublishOptions {
  const { maxBitrate, maxFramerate, degradation } = MODE_SETTINGS[mode];
  return {
    videoCodec: codec,
    backupCodec: false,
    simulcast: false,
    screenShareEncoding: { maxBitrate, maxFramerate },
    degradationPreference: degradation,
  };
}

/** The greyscale copies of captured screens. */
const greys = new WeakMap<MediaStreamTrack, GreyScreen>();

/** The track to send: the screen itself or its greyscale copy. The capture stays the same, so the user is not asked. */
function toSend(colour: MediaStreamTrack, mode: ScreenMode): MediaStreamTrack {
  const { isGrey, maxFramerate } = MODE_SETTINGS[mode];
  if (isGrey && !greys.has(colour)) {
    const made = makeGrey(colour, maxFramerate);
    if (made) greys.set(colour, made);
  }
  return (isGrey && greys.get(colour)?.track) || colour;
}
function dropGrey(colour: MediaStreamTrack): void {
  greys.get(colour)?.stop();
  greys.delete(colour);
}

/** Changes run one after the other, so that the last choice is the one that stays. */
const pendingChanges = new WeakMap<LocalTrackPublication, Promise<void>>();
function tune(publication: LocalTrackPublication, mode: ScreenMode): Promise<void> {
  const before = pendingChanges.get(publication) ?? Promise.resolve();
  const now = before.catch(() => undefined).then(() => setMode(publication, mode));
  pendingChanges.set(publication, now);
  return now;
}

/**
 * Sets a running screen to a mode. The client library sends AV1 screens as motion with several temporal layers, which ruins
 * text; that is undone here.
 */
async function setMode(publication: LocalTrackPublication, mode: ScreenMode): Promise<void> {
  const local = publication.track as LocalVideoTrack | undefined;
  if (!local?.sender) return;
  staticWatches.get(publication)?.();
  const { hint, degradation, maxBitrate, staticBitrate, maxFramerate, scaleResolutionDownBy, isGrey } =
    MODE_SETTINGS[mode];
  const colour = local.mediaStreamTrack;
  const track = toSend(colour, mode);
  track.contentHint = hint;
  if (local.sender.track !== track) await local.sender.replaceTrack(track);
  if (!isGrey) dropGrey(colour);
  const { sender } = local;
  const isGrowing = (sender.getParameters().encodings[0]?.scaleResolutionDownBy ?? 1) > scaleResolutionDownBy;
  const wanted = { maxBitrate, maxFramerate, scaleResolutionDownBy };
  if (isGrowing) {
    const counted = keyFramesOf(sender);
    await setEncoding(sender, { ...wanted, maxBitrate: FIRST_PICTURE_BITRATE }, degradation);
    const before = await counted;
    await until(async () => (await keyFramesOf(sender)) > before, FIRST_PICTURE_TIMEOUT_MS);
  }
  await setEncoding(sender, wanted, degradation);
  if (staticBitrate) watchForStatic(publication, sender, { ...wanted, staticBitrate, degradation });
}

/** Stops the watch of a screen that has another bitrate limit while it is static. */
const staticWatches = new WeakMap<LocalTrackPublication, () => void>();
function watchForStatic(
  publication: LocalTrackPublication,
  sender: RTCRtpSender,
  {
    staticBitrate,
    degradation,
    ...wanted
  }: RTCRtpEncodingParameters & { staticBitrate: number; degradation: RTCDegradationPreference },
): void {
  const stop = watchStaticPicture(sender, (isStatic) => {
    if (!sender.track || sender.track.readyState === 'ended') return stop();
    const encoding = isStatic ? { ...wanted, maxBitrate: staticBitrate } : wanted;
    void setEncoding(sender, encoding, degradation).catch(() => stop()); // the sender is gone
  });
  staticWatches.set(publication, stop);
}

/**
 * The bitrate of the first picture after the resolution has grown: coarse, so that it arrives soon. At the full rate it
 * would be twice as large and arrive that much later; the following frames sharpen it.
 */
const FIRST_PICTURE_BITRATE = 50_000;
const FIRST_PICTURE_TIMEOUT_MS = 1500;
const POLL_INTERVAL_MS = 50;

async function setEncoding(
  sender: RTCRtpSender,
  wanted: RTCRtpEncodingParameters,
  degradation: RTCDegradationPreference,
): Promise<void> {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings as (RTCRtpEncodingParameters & { scalabilityMode?: string })[];
  if (!encoding) return;
  if (encoding.scalabilityMode) encoding.scalabilityMode = 'L1T1';
  Object.assign(encoding, wanted);
  parameters.degradationPreference = degradation;
  await sender.setParameters(parameters);
}

async function keyFramesOf(sender: RTCRtpSender): Promise<number> {
  let count = 0;
  (await sender.getStats()).forEach((stat: { type: string; keyFramesEncoded?: number }) => {
    if (stat.type === 'outbound-rtp') count += stat.keyFramesEncoded ?? 0;
  });
  return count;
}

async function until(isDone: () => Promise<boolean>, timeout: number): Promise<void> {
  for (const startedAt = Date.now(); Date.now() - startedAt < timeout && !(await isDone());)
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
}

/** Publishes a captured screen; `tuneScreens` applies its mode. The server must have allowed it before. */
export async function publishScreen(
  room: Room,
  stream: MediaStream,
  { source, mode }: { source: TrackPublishOptions['source']; mode: ScreenMode },
): Promise<void> {
  const [video] = stream.getVideoTracks();
  if (!video) throw new Error('a screen without a picture');
  video.contentHint = MODE_SETTINGS[mode].hint;
  await room.localParticipant.publishTrack(video, { ...screenOptions(screenCodec(), mode), ...(source && { source }) });
}

type Names = Pick<typeof import('livekit-client'), 'RoomEvent' | 'Track'>;

/** Applies the current mode to every screen that is published, also to those that the library publishes by itself. */
export function tuneScreens(room: Room, { RoomEvent, Track }: Names, mode: () => ScreenMode): void {
  room.on(RoomEvent.LocalTrackPublished, (publication) => {
    // fails while the library is changing the sender: the picture is sent anyway, but less sharp
    if (publication.source === Track.Source.ScreenShare) void tune(publication, mode()).catch(() => undefined);
  });
}

/** Changes the mode of the screen that is shown now. The track stays the same, so the user is not asked. */
export async function retuneScreens(room: Room, { Track }: Pick<Names, 'Track'>, mode: ScreenMode): Promise<void> {
  for (const publication of room.localParticipant.trackPublications.values())
    if (publication.source === Track.Source.ScreenShare) await tune(publication, mode);
}
