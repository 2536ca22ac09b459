import type { LocalTrackPublication, Room } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { publishScreen, retuneScreens, tuneScreens } from './screen-publishing';
import type { ScreenMode } from './screen-modes';

const NAMES = {
  RoomEvent: { LocalTrackPublished: 'published' },
  Track: { Source: { ScreenShare: 'screen_share' } },
} as unknown as Parameters<typeof tuneScreens>[1];

/** A sender that records its parameters. */
class Sender {
  track: object | null;
  bytesSent = 0;
  keyFrames = 1;
  readonly encodings: Record<string, unknown>[] = [{ scalabilityMode: 'L3T3', scaleResolutionDownBy: 1 }];
  readonly applied: Record<string, unknown>[] = [];
  readonly replaceTrack = vi.fn(async (track: object) => void (this.track = track));
  constructor(track: object) {
    this.track = track;
  }
  getParameters = () => ({ encodings: this.encodings.map((each) => ({ ...each })) });
  async setParameters({ encodings, degradationPreference }: { encodings: object[]; degradationPreference: string }) {
    this.encodings.splice(0, 1, { ...encodings[0] });
    this.applied.push({ ...encodings[0], degradationPreference });
  }
  getStats = () =>
    Promise.resolve([{ type: 'outbound-rtp', bytesSent: this.bytesSent, keyFramesEncoded: this.keyFrames }]);
}

let colour: MediaStreamTrack;
let sender: Sender;
let publication: LocalTrackPublication;
let listener: (publication: LocalTrackPublication) => void;
let room: Room;
const publishTrack = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  colour = { readyState: 'live' } as MediaStreamTrack;
  sender = new Sender(colour);
  const track = { sender, mediaStreamTrack: colour };
  publication = { source: 'screen_share', track } as unknown as LocalTrackPublication;
  publishTrack.mockReset();
  room = {
    on: (_name: string, heard: typeof listener) => (listener = heard),
    localParticipant: { trackPublications: new Map([['a', publication]]), publishTrack },
  } as unknown as Room;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const last = () => sender.applied.at(-1);
async function publish(mode: ScreenMode): Promise<void> {
  tuneScreens(room, NAMES, () => mode);
  listener(publication);
  await settle();
}

describe('a screen that is published', () => {
  it.each([
    ['STANDARD', 'text', 'maintain-resolution', 4_000_000, 15, 1],
    ['BALANCED', 'text', 'maintain-resolution', 1_500_000, 10, 1.5],
    ['MOTION', 'motion', 'maintain-framerate', 5_000_000, 30, 1],
    ['SAMPLING', 'text', 'maintain-resolution', 600_000, 4, 2],
  ] as const)('in %s is sent as that', async (mode, hint, keeps, maxBitrate, maxFramerate, scale) => {
    await publish(mode);
    expect(colour.contentHint).toBe(hint);
    expect(sender.applied).toEqual([
      {
        ...{ scalabilityMode: 'L1T1', maxBitrate, maxFramerate },
        ...{ scaleResolutionDownBy: scale, degradationPreference: keeps },
      },
    ]);
    expect(sender.replaceTrack).not.toHaveBeenCalled();
  });

  it('is adjusted, and no other track is', async () => {
    tuneScreens(room, NAMES, () => 'MOTION');
    listener({ ...publication, source: 'camera' } as LocalTrackPublication);
    await settle();
    expect(sender.applied).toEqual([]);
  });

  it('is published even where it can’t be adjusted', async () => {
    sender.setParameters = () => Promise.reject(new Error('busy'));
    await publish('STANDARD');
    expect(colour.contentHint).toBe('text');
  });

  it('uses the best codec of this browser', async () => {
    const stream = { getVideoTracks: () => [colour] } as unknown as MediaStream;
    const send = async (...mimeTypes: string[]) => {
      vi.stubGlobal('RTCRtpSender', {
        getCapabilities: () => ({ codecs: mimeTypes.map((mimeType) => ({ mimeType })) }),
      });
      await publishScreen(room, stream, { source: 'screen_share' as never, mode: 'BALANCED' });
      return (publishTrack.mock.calls.at(-1)![1] as { videoCodec: string }).videoCodec;
    };
    expect(await send('video/VP8', 'video/AV1')).toBe('av1');
    expect(await send('video/H264', 'video/VP8')).toBe('vp8');
    expect(await send('video/H264')).toBe('vp8');
    expect(publishTrack).toHaveBeenLastCalledWith(colour, {
      ...{ source: 'screen_share', videoCodec: 'vp8', backupCodec: false, simulcast: false },
      screenShareEncoding: { maxBitrate: 1_500_000, maxFramerate: 10 },
      degradationPreference: 'maintain-resolution',
    });
    vi.stubGlobal('RTCRtpSender', { getCapabilities: () => null });
    await publishScreen(room, stream, { source: undefined, mode: 'MOTION' });
    expect(publishTrack.mock.calls.at(-1)![1]).not.toHaveProperty('source');
    expect(colour.contentHint).toBe('motion');
  });

  it('has a picture', async () => {
    vi.stubGlobal('RTCRtpSender', { getCapabilities: () => null });
    const stream = { getVideoTracks: () => [] } as unknown as MediaStream;
    await expect(publishScreen(room, stream, { source: undefined, mode: 'MOTION' })).rejects.toThrow('picture');
    expect(publishTrack).not.toHaveBeenCalled();
  });
});

describe('another mode of a running screen', () => {
  it('with more pixels begins coarse, so that the whole picture arrives soon', async () => {
    await publish('SAMPLING');
    sender.applied.length = 0;
    const changed = retuneScreens(room, NAMES, 'STANDARD');
    await settle(200);
    expect(sender.applied).toMatchObject([{ maxBitrate: 50_000, scaleResolutionDownBy: 1 }]);
    sender.keyFrames++;
    await settle(50);
    await changed;
    expect(sender.applied).toMatchObject([{ maxBitrate: 50_000 }, { maxBitrate: 4_000_000 }]);
  });

  it('does not wait longer than a second and a half for that picture', async () => {
    await publish('SAMPLING');
    void retuneScreens(room, NAMES, 'STANDARD');
    await settle(1400);
    expect(last()).toMatchObject({ maxBitrate: 50_000 });
    await settle(200);
    expect(last()).toMatchObject({ maxBitrate: 4_000_000 });
  });

  it('without more pixels is applied at once', async () => {
    await publish('STANDARD');
    await retuneScreens(room, NAMES, 'SAMPLING');
    expect(sender.applied.map(({ maxBitrate }) => maxBitrate)).toEqual([4_000_000, 600_000]);
  });

  it('is applied after the one before it, and the last choice wins', async () => {
    await publish('STANDARD');
    await Promise.all(['MOTION', 'STANDARD', 'MOTION'].map((mode) => retuneScreens(room, NAMES, mode as ScreenMode)));
    expect(sender.applied.map(({ maxFramerate }) => maxFramerate)).toEqual([15, 30, 15, 30]);
  });

  it('is applied even if the one before it failed', async () => {
    const { setParameters } = sender;
    sender.setParameters = () => Promise.reject(new Error('busy'));
    await publish('STANDARD');
    sender.setParameters = setParameters;
    await retuneScreens(room, NAMES, 'MOTION');
    expect(last()).toMatchObject({ maxFramerate: 30 });
  });

  it('changes neither a camera nor a screen that is not sent', async () => {
    const { trackPublications } = room.localParticipant as unknown as { trackPublications: Map<string, unknown> };
    trackPublications.set('a', { ...publication, source: 'camera' });
    await retuneScreens(room, NAMES, 'MOTION');
    trackPublications.set('a', { source: 'screen_share', track: { mediaStreamTrack: colour } });
    await retuneScreens(room, NAMES, 'MOTION');
    expect(sender.applied).toEqual([]);
  });
});

describe('a static screen', () => {
  it('is sent sharper until it changes again', async () => {
    await publish('SAMPLING');
    await settle(2000);
    expect(last()).toMatchObject({ maxBitrate: 4_000_000, maxFramerate: 4, scaleResolutionDownBy: 2 });
    sender.bytesSent += 100_000;
    await settle(1000);
    expect(last()).toMatchObject({ maxBitrate: 600_000 });
  });

  it('is not watched for in a mode that is sharp anyway', async () => {
    await publish('STANDARD');
    await settle(5000);
    expect(sender.applied).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not watched for after it ended, or where it can’t be adjusted', async () => {
    for (const gone of [null, { readyState: 'ended' }]) {
      await publish('SAMPLING');
      const before = sender.applied.length;
      sender.track = gone;
      await settle(5000);
      expect([sender.applied.length - before, vi.getTimerCount()]).toEqual([0, 0]);
    }
    await publish('SAMPLING');
    sender.setParameters = () => Promise.reject(new Error('gone'));
    await settle(2000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is watched for once, after any number of changes of the mode', async () => {
    await publish('SAMPLING');
    await retuneScreens(room, NAMES, 'SAMPLING');
    expect(vi.getTimerCount()).toBe(1);
    void retuneScreens(room, NAMES, 'MOTION');
    await settle(2000);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a screen without colours', () => {
  const greyTrack = { readyState: 'live', stop: vi.fn(), writable: 'written' };
  const worker = { postMessage: vi.fn(), terminate: vi.fn() };
  beforeEach(() => {
    [greyTrack.stop, worker.postMessage, worker.terminate].forEach((each) => each.mockReset());
    vi.stubGlobal(
      'MediaStreamTrackProcessor',
      class {
        readable = 'read';
      },
    );
    vi.stubGlobal(
      'MediaStreamTrackGenerator',
      class {
        constructor() {
          return greyTrack;
        }
      },
    );
    vi.stubGlobal(
      'Worker',
      class {
        constructor() {
          return worker;
        }
      },
    );
  });

  it('is a greyscale copy made by a worker, without asking for the screen again', async () => {
    await publish('SAMPLING_GREY');
    expect(sender.replaceTrack).toHaveBeenCalledExactlyOnceWith(greyTrack);
    expect(worker.postMessage).toHaveBeenCalledExactlyOnceWith(
      { readable: 'read', writable: 'written', frameInterval: 200 },
      ['read', 'written'],
    );
    await retuneScreens(room, NAMES, 'SAMPLING_GREY');
    expect(worker.postMessage).toHaveBeenCalledOnce();
  });

  it('gets its colours back in another mode, and the worker ends', async () => {
    await publish('SAMPLING_GREY');
    await retuneScreens(room, NAMES, 'SAMPLING');
    expect(sender.track).toBe(colour);
    expect([worker.terminate.mock.calls.length, greyTrack.stop.mock.calls.length]).toEqual([1, 1]);
    await retuneScreens(room, NAMES, 'SAMPLING_GREY');
    expect(worker.postMessage).toHaveBeenCalledTimes(2);
  });

  it('keeps its colours where the browser can’t convert it', async () => {
    vi.stubGlobal('MediaStreamTrackGenerator', undefined);
    await publish('SAMPLING_GREY');
    expect(sender.replaceTrack).not.toHaveBeenCalled();
    expect(last()).toMatchObject({ maxFramerate: 5 });
  });
});
