import type { MediaState } from '@tandem/media';
import { expect, it, vi } from 'vitest';
import { nextTick, reactive, ref } from 'vue';
import { FakeRoom, fakeStore, useFakeBrowser } from '../../test/fake-room';
import { useOwnScreen } from './use-own-screen';

const browser = useFakeBrowser();

function page(more: object = {}) {
  const room = new FakeRoom();
  const state = ref<MediaState>('connecting');
  const { store, asStore } = fakeStore(more);
  const own = reactive(browser.scope.run(() => useOwnScreen(room.asRoom, asStore, state))!);
  return { room, store, state, own };
}
const streamOf = (...tracks: object[]) => ({ getTracks: () => tracks }) as unknown as MediaStream;

it('a screen is tried every second until it is there, or is shown no more', async () => {
  const { room, own, state } = page();
  const track = { stop: vi.fn() };
  await own.showScreen(streamOf(track));
  expect(room.publishScreen).not.toHaveBeenCalled();
  state.value = 'live';
  room.publishScreen.mockRejectedValue(new Error('not yet'));
  void own.publishScreen();
  await vi.advanceTimersByTimeAsync(2500);
  expect(room.publishScreen).toHaveBeenCalledTimes(3);
  own.hideScreen();
  expect([room.unpublish.mock.calls, track.stop.mock.calls.length, own.screen]).toEqual([[[track]], 1, null]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(room.publishScreen).toHaveBeenCalledTimes(3);
});

it('a screen is tried no more when the room is lost, nor once it is published', async () => {
  const { room, own, state } = page();
  const stream = streamOf();
  await own.showScreen(stream);
  state.value = 'live';
  room.publishScreen.mockRejectedValueOnce(new Error('not yet'));
  void own.publishScreen();
  await vi.advanceTimersByTimeAsync(5000);
  expect(room.publishScreen.mock.calls).toEqual([[stream], [stream]]);
  room.publishScreen.mockRejectedValue(new Error('not yet'));
  void own.publishScreen();
  state.value = 'frozen';
  await vi.advanceTimersByTimeAsync(5000);
  expect(room.publishScreen).toHaveBeenCalledTimes(3);
});

it('a screen that is shown in a live room is published, and a failure is the caller’s to handle', async () => {
  const { room, own, state } = page();
  state.value = 'live';
  room.publishScreen.mockRejectedValueOnce(new Error('refused'));
  await expect(own.showScreen(streamOf())).rejects.toThrow('refused');
  expect(room.publishScreen).toHaveBeenCalledOnce();
});

it('without a screen there is nothing to publish, and nothing to hide', async () => {
  const { room, own, state } = page();
  state.value = 'live';
  await own.publishScreen();
  own.hideScreen();
  expect([room.publishScreen.mock.calls.length, room.unpublish.mock.calls.length]).toEqual([0, 0]);
});

it('screens are sent in the mode of the session, and in each that is chosen', async () => {
  const { room, store } = page({ session: { state: 'ACTIVE', shareMode: 'SAMPLING' } });
  expect(room.setScreenMode).toHaveBeenLastCalledWith('SAMPLING');
  store.session = { state: 'ACTIVE', shareMode: 'MOTION' };
  await nextTick();
  expect(room.setScreenMode).toHaveBeenLastCalledWith('MOTION');
  expect(page({ session: null }).room.setScreenMode).toHaveBeenLastCalledWith('STANDARD');
});
