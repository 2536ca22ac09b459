// @vitest-environment node
import type { Room } from 'livekit-client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { RoomCameras } from './room-cameras';

const VideoQuality = { LOW: 0, MEDIUM: 1, HIGH: 2 };
const NAMES = {
  RoomEvent: new Proxy({}, { get: (_target, name) => String(name) }),
  ...{ Track: { Source: { Camera: 'camera' } }, VideoQuality },
} as unknown as Parameters<RoomCameras['follow']>[1];

/** A track of another participant, as the library remembers what was asked of it. */
class Publication {
  isDesired = true;
  quality: number | null = null;
  readonly emitTrackUpdate = vi.fn();
  constructor(readonly source: string) {}
  setSubscribed = (isDesired: boolean) => (this.isDesired = isDesired);
  setVideoQuality = (quality: number) => (this.quality = quality);
}
class FakeRoom {
  readonly heard = new Map<string, (...args: unknown[]) => void>();
  readonly remoteParticipants = new Map<string, object>();
  readonly localParticipant = {
    trackPublications: new Map<string, object>(),
    setTrackSubscriptionPermissions: vi.fn(),
  };
  on = (name: string, listener: (...args: unknown[]) => void) => void this.heard.set(name, listener);
  get asRoom() {
    return this as unknown as Room;
  }
  has(identity: string, publication: Publication) {
    this.remoteParticipants.set(identity, { identity, trackPublications: new Map([['sid', publication]]) });
    this.heard.get('TrackPublished')!(publication, { identity });
    return publication;
  }
  publishes(...sources: string[]) {
    const { trackPublications } = this.localParticipant;
    trackPublications.clear();
    for (const source of sources) trackPublications.set(source, { source, trackSid: `sid of ${source}` });
    this.heard.get('LocalTrackPublished')!();
  }
}
let cameras: RoomCameras;
let room: FakeRoom;
beforeEach(() => {
  cameras = new RoomCameras();
  room = new FakeRoom();
  cameras.follow(room.asRoom, NAMES);
  cameras.adopt(room.asRoom, NAMES);
});
const shown = (height: number) => cameras.receive(new Map([['csr', { width: height * 2, height }]]));

describe('the cameras of others', () => {
  it('are received while they are shown, and nothing else is affected', () => {
    const camera = room.has('csr', new Publication('camera'));
    const screen = room.has('csr', new Publication('screen_share'));
    expect([camera.isDesired, screen.isDesired]).toEqual([false, true]);
    room.has('csr', camera);
    shown(144);
    expect(camera.isDesired).toBe(true);
    cameras.receive(new Map());
    expect(camera.isDesired).toBe(false);
  });

  it.each([
    [216, VideoQuality.LOW],
    [217, VideoQuality.MEDIUM],
    [540, VideoQuality.MEDIUM],
    [541, VideoQuality.HIGH],
  ])('are received in a size that fits %i pixels', (height, quality) => {
    shown(height);
    expect(room.has('csr', new Publication('camera')).quality).toBe(quality);
  });

  it('that arrive again after a hold are told their size again, or are refused', () => {
    const camera = room.has('csr', new Publication('camera'));
    const arrive = () => room.heard.get('TrackSubscribed')!({}, camera, { identity: 'csr' });
    camera.isDesired = true;
    arrive();
    expect([camera.isDesired, camera.emitTrackUpdate.mock.calls.length]).toEqual([false, 0]);
    shown(144);
    arrive();
    expect([camera.isDesired, camera.emitTrackUpdate.mock.calls.length]).toEqual([true, 1]);
  });

  it('are asked for again in a new connection', () => {
    shown(144);
    const next = new FakeRoom();
    cameras.follow(next.asRoom, NAMES);
    const camera = new Publication('camera');
    camera.isDesired = false;
    next.remoteParticipants.set('csr', { identity: 'csr', trackPublications: new Map([['sid', camera]]) });
    cameras.adopt(next.asRoom, NAMES);
    expect(camera.isDesired).toBe(true);
  });
});

describe('the own camera', () => {
  const permissions = () => room.localParticipant.setTrackSubscriptionPermissions.mock.calls;
  const LIMITED = [
    { participantIdentity: 'csr', allowAll: true },
    { participantIdentity: 'second', allowAll: false, allowedTrackSids: ['sid of microphone'] },
  ];
  beforeEach(() => cameras.setAudience({ seenBy: ['csr'], hiddenFrom: ['second'] }));

  it('is limited to its audience before its first picture is sent', () => {
    room.publishes('microphone');
    expect(permissions()).toEqual([]);
    cameras.aboutToPublish(room.asRoom, NAMES);
    expect(permissions()).toEqual([[false, LIMITED]]);
  });

  it('leaves the other tracks to everybody, also later ones', () => {
    room.publishes('camera', 'microphone');
    room.publishes('camera', 'microphone', 'screen_share');
    expect(permissions().at(-1)).toEqual([
      false,
      [LIMITED[0], { ...LIMITED[1], allowedTrackSids: ['sid of microphone', 'sid of screen_share'] }],
    ]);
  });

  it('is shown to more when its audience grows', () => {
    room.publishes('camera');
    cameras.setAudience({ seenBy: ['csr', 'second'], hiddenFrom: [] });
    expect(permissions().at(-1)).toEqual([
      false,
      [
        { participantIdentity: 'csr', allowAll: true },
        { participantIdentity: 'second', allowAll: true },
      ],
    ]);
  });

  it('limits nobody once it is off, nor without an audience', () => {
    room.publishes('camera');
    room.publishes();
    expect(permissions().at(-1)).toEqual([true]);
    const count = permissions().length;
    room.publishes('microphone');
    cameras.setAudience(null);
    room.publishes('camera');
    expect(permissions()).toHaveLength(count);
  });

  it('is limited again in a new connection', () => {
    room.publishes('camera');
    const next = new FakeRoom();
    cameras.follow(next.asRoom, NAMES);
    cameras.adopt(next.asRoom, NAMES);
    expect(next.localParticipant.setTrackSubscriptionPermissions).not.toHaveBeenCalled();
    cameras.aboutToPublish(next.asRoom, NAMES);
    expect(next.localParticipant.setTrackSubscriptionPermissions).toHaveBeenCalledOnce();
  });
});
