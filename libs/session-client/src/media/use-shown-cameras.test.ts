import type { Ref } from 'vue';
import { effectScope, nextTick } from 'vue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeRoom, fakeStore, useFakeBrowser } from '../../test/fake-room';
import { useCameraPicture } from './use-camera-picture';
import { limitOwnCamera, useShownCameras } from './use-shown-cameras';
import type { Media } from './use-media';

const browser = useFakeBrowser();
const TILE = { width: 256, height: 144 };
const LARGE = { width: 1280, height: 720 };
const person = (id: string, role: string, more = {}) => ({
  ...{ id, role, name: id, state: 'SEATED', isCameraOn: true, rights: ['VIEW'], cameraShownToIds: [] as string[] },
  ...more,
});
const CSR = person('csr', 'PRIMARY_CSR');
const SECOND = person('second', 'SECONDARY_CUSTOMER', { isCameraOn: false });
const CUSTOMER = person('customer', 'PRIMARY_CUSTOMER');

function page(me = CSR, participants = [CSR, CUSTOMER, SECOND]) {
  const room = new FakeRoom();
  const { store, asStore } = fakeStore({ me, participants });
  const cameras = browser.scope.run(() => {
    limitOwnCamera(room.asRoom, asStore);
    return useShownCameras(room.asRoom, asStore);
  })!;
  const cameraOf = (id: string | undefined) => (id ? `camera of ${id}` : null);
  const media = { ...cameras, cameraOf } as unknown as Media;
  const show = (id: () => string | undefined, size: typeof TILE) => {
    const scope = effectScope();
    const picture = scope.run(() => useCameraPicture(media, id, size))! as Readonly<Ref<unknown>>;
    return { picture, stop: () => scope.stop() };
  };
  const received = () => Object.fromEntries(room.receiveCameras.mock.lastCall![0] as Map<string, object>);
  return { room, store, cameras, show, received };
}

let visibility: string;
function look(state: 'visible' | 'hidden') {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
}
beforeEach(() => {
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility as DocumentVisibilityState);
});
afterEach(() => void vi.restoreAllMocks());

it('cameras are received while something shows them, as large as the largest of them', async () => {
  const { show, received, cameras } = page();
  expect(received()).toEqual({});
  const tile = show(() => 'customer', TILE);
  const stage = show(() => 'customer', LARGE);
  await nextTick();
  expect(received()).toEqual({ customer: LARGE });
  expect(tile.picture.value).toBe('camera of customer');
  expect([cameras.isShownLarger('customer', TILE), cameras.isShownLarger('customer', LARGE)]).toEqual([true, false]);
  stage.stop();
  await nextTick();
  expect(received()).toEqual({ customer: TILE });
  tile.stop();
  await nextTick();
  expect(received()).toEqual({});
});

it('a camera that is off, or that this viewer may not see, is not asked for', async () => {
  const { show, received, store } = page(person('second', 'SECONDARY_CUSTOMER'));
  show(() => 'customer', TILE);
  show(() => 'csr', TILE);
  await nextTick();
  expect(received()).toEqual({ csr: TILE });
  store.participants = [
    { ...CSR, isCameraOn: false },
    { ...CUSTOMER, cameraShownToIds: ['second'] },
  ] as never;
  await nextTick();
  expect(received()).toEqual({ customer: TILE });
});

it('a window that stays hidden receives no camera until it is looked at again', async () => {
  const { show, received } = page();
  show(() => 'customer', TILE);
  look('hidden');
  await vi.advanceTimersByTimeAsync(4900);
  look('visible');
  await vi.advanceTimersByTimeAsync(200);
  expect(received()).toEqual({ customer: TILE });
  look('hidden');
  await vi.advanceTimersByTimeAsync(5000);
  expect(received()).toEqual({});
  look('visible');
  await nextTick();
  expect(received()).toEqual({ customer: TILE });
});

it('a customer’s camera is for those who may see it, and follows who comes and what the customer chooses', async () => {
  const { room, store } = page(CUSTOMER);
  expect(room.setCameraAudience).toHaveBeenCalledExactlyOnceWith({ seenBy: ['csr'], hiddenFrom: ['second'] });
  store.me = { ...CUSTOMER, cameraShownToIds: ['second'] };
  await nextTick();
  expect(room.setCameraAudience).toHaveBeenLastCalledWith({ seenBy: ['csr', 'second'], hiddenFrom: [] });
  store.participants = [CSR, CUSTOMER, SECOND, person('third', 'SECONDARY_CUSTOMER')] as never;
  await nextTick();
  expect(room.setCameraAudience).toHaveBeenLastCalledWith({ seenBy: ['csr', 'second'], hiddenFrom: ['third'] });
  store.me = { ...CUSTOMER, role: 'SECONDARY_CUSTOMER' };
  await nextTick();
  expect(room.setCameraAudience).toHaveBeenLastCalledWith({ seenBy: [], hiddenFrom: ['csr', 'second', 'third'] });
});

it('a CSR’s camera is for everybody', () => {
  expect(page().room.setCameraAudience).toHaveBeenCalledExactlyOnceWith(null);
});
