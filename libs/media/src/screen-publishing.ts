import type { LocalTrackPublication, LocalVideoTrack, Room, TrackPublishOptions, VideoCodec } from 'livekit-client';
import { makeGrey, type GreyScreen } from './grey-screen';
import { watchRest } from './rest-watch';
import { WAYS, type ScreenMode } from './screen-modes';

/** Best first. AV1 keeps dense text sharpest at the least bits; VP8 is everywhere. */
const CODECS: readonly VideoCodec[] = ['av1', 'vp8'];

/** The best codec that this browser can send. */
function screenCodec(capabilities = RTCRtpSender.getCapabilities('video')): VideoCodec {
  const known = new Set((capabilities?.codecs ?? []).map(({ mimeType }) => mimeType.toLowerCase()));
  return CODECS.find((codec) => known.has(`video/${codec}`)) ?? 'vp8';
}

function screenOptions(codec: VideoCodec, mode: ScreenMode = 'STANDARD'): TrackPublishOptions {
  const { maxBitrate, maxFramerate, keeps } = WAYS[mode];
  return {
    videoCodec: codec,
    backupCodec: false,
    simulcast: false,
    screenShareEncoding: { maxBitrate, maxFramerate },
    degradationPreference: keeps,
  };
}

/** What stands for a screen while it is sent without its colours. */
const greys = new WeakMap<MediaStreamTrack, GreyScreen>();

/** The track that is to be sent: the screen itself, or the same without colours. Nobody is asked, it is the same capture. */
function toSend(colour: MediaStreamTrack, mode: ScreenMode): MediaStreamTrack {
  const { isGrey, maxFramerate } = WAYS[mode];
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

/** One change after the other: who chooses quickly gets what was chosen last. */
const lines = new WeakMap<LocalTrackPublication, Promise<void>>();
function tune(publication: LocalTrackPublication, mode: ScreenMode): Promise<void> {
  const before = lines.get(publication) ?? Promise.resolve();
  const now = before.catch(() => undefined).then(() => setMode(publication, mode));
  lines.set(publication, now);
  return now;
}

/**
 * Sets a running screen to a mode. The client library turns screens of AV1 into motion with several temporal layers, which
 * ruins text: that is undone with it.
 */
async function setMode(publication: LocalTrackPublication, mode: ScreenMode): Promise<void> {
  const local = publication.track as LocalVideoTrack | undefined;
  if (!local?.sender) return;
  rests.get(publication)?.();
  const { hint, keeps, maxBitrate, restingBitrate, maxFramerate, scaleResolutionDownBy, isGrey } = WAYS[mode];
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
    await setEncoding(sender, { ...wanted, maxBitrate: FIRST_WHOLE_BITRATE }, keeps);
    const before = await counted;
    await until(async () => (await keyFramesOf(sender)) > before, FIRST_WHOLE_MS);
  }
  await setEncoding(sender, wanted, keeps);
  if (restingBitrate) letRest(publication, sender, { ...wanted, restingBitrate, keeps });
}

/** What watches over the screens that are allowed more while they stand. */
const rests = new WeakMap<LocalTrackPublication, () => void>();
function letRest(
  publication: LocalTrackPublication,
  sender: RTCRtpSender,
  {
    restingBitrate,
    keeps,
    ...wanted
  }: RTCRtpEncodingParameters & { restingBitrate: number; keeps: RTCDegradationPreference },
): void {
  const stop = watchRest(sender, (isResting) => {
    if (!sender.track || sender.track.readyState === 'ended') return stop();
    const encoding = isResting ? { ...wanted, maxBitrate: restingBitrate } : wanted;
    void setEncoding(sender, encoding, keeps).catch(() => stop()); // the sender is gone
  });
  rests.set(publication, stop);
}

/**
 * The first whole picture after a small one is made for this rate: coarse, so that it is there soon. Made for the full rate
 * it is twice as heavy, and the line has to carry it before anything is seen; the next pictures make it sharp.
 */
const FIRST_WHOLE_BITRATE = 50_000;
const FIRST_WHOLE_MS = 1500;
const LOOK_MS = 50;

async function setEncoding(
  sender: RTCRtpSender,
  wanted: RTCRtpEncodingParameters,
  keeps: RTCDegradationPreference,
): Promise<void> {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings as (RTCRtpEncodingParameters & { scalabilityMode?: string })[];
  if (!encoding) return;
  if (encoding.scalabilityMode) encoding.scalabilityMode = 'L1T1';
  Object.assign(encoding, wanted);
  parameters.degradationPreference = keeps;
  await sender.setParameters(parameters);
}

async function keyFramesOf(sender: RTCRtpSender): Promise<number> {
  let count = 0;
  (await sender.getStats()).forEach((stat: { type: string; keyFramesEncoded?: number }) => {
    if (stat.type === 'outbound-rtp') count += stat.keyFramesEncoded ?? 0;
  });
  return count;
}

async function until(isThere: () => Promise<boolean>, patience: number): Promise<void> {
  for (const began = Date.now(); Date.now() - began < patience && !(await isThere());)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

/** Publishes a captured screen; `tuneScreens` does the rest. The server must have allowed it before. */
export async function publishScreen(
  room: Room,
  stream: MediaStream,
  { source, mode }: { source: TrackPublishOptions['source']; mode: ScreenMode },
): Promise<void> {
  const [video] = stream.getVideoTracks();
  if (!video) throw new Error('a screen without a picture');
  video.contentHint = WAYS[mode].hint;
  await room.localParticipant.publishTrack(video, { ...screenOptions(screenCodec(), mode), ...(source && { source }) });
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
