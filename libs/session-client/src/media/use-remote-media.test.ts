import type { DataMessage, MediaState, RemoteMedia } from '@tandem/media';
import { expect, it, vi } from 'vitest';
import { reactive, ref } from 'vue';
import { FakeRoom, fakeStore, useFakeBrowser } from '../../test/fake-room';
import { useRemoteMedia } from './use-remote-media';

const browser = useFakeBrowser();

function page() {
  const room = new FakeRoom();
  const state = ref<MediaState>('idle');
  room.on('state', (next) => void (state.value = next));
  const media = reactive(browser.scope.run(() => useRemoteMedia(room.asRoom, fakeStore().asStore, state))!);
  const become = (next: MediaState) => room.emit('state', next);
  const says = (participantId: string, message: DataMessage) => room.emit('data', { participantId, message });
  return { room, media, become, says };
}
const entry = (participantId: string, source: RemoteMedia['source']) =>
  ({ participantId, source, track: `${source} of ${participantId}` }) as unknown as RemoteMedia;

it('others are heard and seen, each source for itself', () => {
  const { room, media } = page();
  expect([media.audioTracks, media.remoteScreen, media.cameraOf('csr')]).toEqual([[], null, null]);
  room.emit('remote', [
    entry('csr', 'camera'),
    entry('csr', 'microphone'),
    entry('x', 'microphone'),
    entry('x', 'screen'),
  ]);
  expect(media.audioTracks).toEqual(['microphone of csr', 'microphone of x']);
  expect(media.remoteScreen).toBe('screen of x');
  expect([media.cameraOf('csr'), media.cameraOf('x'), media.cameraOf(undefined)]).toEqual([
    'camera of csr',
    null,
    null,
  ]);
});

it('others are connected while both are in the room', () => {
  const { room, media, become } = page();
  room.emit('others', ['csr']);
  expect(media.isConnectedTo('csr')).toBe(false);
  become('live');
  expect([media.isConnectedTo('csr'), media.isConnectedTo('x'), media.isConnectedTo(undefined)]).toEqual([
    true,
    false,
    false,
  ]);
});

it('the quality of others’ connections is known, except that one is lost: heartbeats tell it sooner', () => {
  const { room, media } = page();
  room.emit('quality', { participantId: 'csr', quality: 'poor' });
  room.emit('quality', { participantId: 'x', quality: 'lost' });
  expect(['csr', 'x', 'nobody', undefined].map((id) => media.qualityOf(id))).toEqual([
    'poor',
    'unknown',
    'unknown',
    'unknown',
  ]);
});

it('others are reachable while they are heard, and not when they fall silent', async () => {
  const { room, media, become, says } = page();
  expect(media.isReachable('csr')).toBe(true);
  says('csr', { kind: 'heartbeat' });
  await vi.advanceTimersByTimeAsync(3000);
  expect(media.isReachable('csr')).toBe(false);
  room.emit('remote', [entry('csr', 'screen')]);
  expect(media.isReachable('csr')).toBe(true);
  await vi.advanceTimersByTimeAsync(3000);
  expect(media.isReachable('csr')).toBe(false);
  become('live'); // that alone proves nothing about anybody
  expect(media.isReachable('csr')).toBe(false);
  become('frozen'); // the connection of this window is the one that is lost
  expect(media.isReachable('csr')).toBe(true);
});

it('a track that was there before is no sign of life of its sender', async () => {
  const { room, media } = page();
  const camera = entry('csr', 'camera');
  room.emit('remote', [camera]);
  await vi.advanceTimersByTimeAsync(3000);
  room.emit('remote', [camera, entry('x', 'camera')]);
  expect(media.isReachable('csr')).toBe(false);
});
