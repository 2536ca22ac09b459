// @vitest-environment node
import { TandemError } from '@tandem/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, reactive, type EffectScope } from 'vue';
import { FailShareDocument, ReportNotChosenDocument, StartShareDocument, StopShareDocument } from '../gql/graphql';
import type { Media } from '../media/use-media';
import type { SessionStore } from '../session/use-session';
import { useConsents } from './use-consents';
import { useSharing } from './use-sharing';

const share = {
  id: 's',
  state: 'FAILED',
  endReason: 'CAPTURE_FAILED',
  action: 'REQUEST_VIEW',
  customer: { id: 'helped' },
  publisher: { id: 'helped' },
};
const grant = (id: string, more = {}) => ({
  id,
  endedAt: null,
  duration: 'SESSION',
  kind: 'REQUEST_VIEW',
  grantors: [{ id: 'helped' }],
  ...more,
});

function seenBy(me: string) {
  const grants = [grant('stands'), grant('once', { duration: 'ONCE' }), grant('over', { endedAt: 'x' })];
  const facts = {
    id: 'x',
    me: { id: me },
    shares: [share],
    consentRequests: [],
    grants,
    connection: 'live',
    client: {},
  };
  const store = reactive(facts) as unknown as SessionStore;
  const scope = effectScope();
  const sharing = scope.run(() =>
    useSharing(store, { state: 'live', hideScreen: () => undefined } as unknown as Media),
  )!;
  const consents = scope.run(() => useConsents(store))!;
  const found = { standing: consents.standing.map(({ id }) => id), over: sharing.over?.id ?? null };
  scope.stop();
  return found;
}

it('lists consents and failed shares only for the participant they belong to', () => {
  expect(seenBy('helped')).toEqual({ standing: ['stands'], over: 's' });
  expect(seenBy('who watches along')).toEqual({ standing: [], over: null });
});

const CALLED = new Map<unknown, string>([
  [FailShareDocument, 'FailShare'],
  [ReportNotChosenDocument, 'ReportNotChosen'],
  [StartShareDocument, 'StartShare'],
  [StopShareDocument, 'StopShare'],
]);
const shareOf = (id: string, state: string, more = {}) => ({
  ...{ id, state, action: 'REQUEST_VIEW', target: 'DESKTOP', customer: { id: 'me' }, publisher: { id: 'me' }, ...more },
});

/** The page of a participant whose screen may be shown; the browser's picker returns one track. */
class Track extends EventTarget {
  stop = vi.fn();
  getSettings = () => ({ displaySurface: 'monitor' });
}
let scope: EffectScope;
let track: Track;
const picker = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  scope = effectScope();
  track = new Track();
  const stream = { getVideoTracks: () => [track], getTracks: () => [track] };
  picker.mockReset().mockResolvedValue(stream);
  vi.stubGlobal('navigator', { mediaDevices: { getDisplayMedia: picker } });
});
afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function page(shares: object[], more: object = {}) {
  const calls: unknown[] = [];
  const mutate = vi.fn((document: unknown, variables: object): Promise<unknown> => {
    calls.push([CALLED.get(document), variables]);
    return Promise.resolve({});
  });
  const media = reactive({
    ...{
      state: 'live',
      showScreen: vi.fn(() => Promise.resolve()),
      hideScreen: vi.fn(),
      isConnectedTo: (id: string) => id === 'here',
    },
  });
  const store = reactive({
    id: 's',
    me: { id: 'me' },
    customer: null,
    shares,
    connection: 'live',
    client: { mutate },
    ...more,
  });
  const sharing = scope.run(() => useSharing(store as unknown as SessionStore, media as unknown as Media))!;
  return { store, media, sharing, mutate, calls };
}

describe('the shares of a session', () => {
  it('last from the request to the end, and wait for my choice where I allowed my screen', () => {
    const states = ['ASKED', 'GRANTED', 'STARTING', 'LIVE', 'STOPPED', 'REFUSED', 'EXPIRED', 'WITHDRAWN', 'FAILED'];
    const { sharing, store } = page(states.map((state) => shareOf(state, state)));
    expect(sharing.running.map(({ id }) => id)).toEqual(['ASKED', 'GRANTED', 'STARTING', 'LIVE']);
    expect([sharing.live, sharing.starting].map((list) => list.map(({ id }) => id))).toEqual([['LIVE'], ['STARTING']]);
    expect(sharing.toPick?.id).toBe('GRANTED');
    store.shares = [shareOf('another’s', 'GRANTED', { publisher: { id: 'csr' } }), shareOf('asked', 'ASKED')];
    expect(sharing.toPick).toBeNull();
  });

  const ended = (id: string, state: string, endReason: string, more = {}) =>
    shareOf(id, state, { endReason, liveAt: null, ...more });

  it('that failed are shown until something is requested again', () => {
    const { sharing, store } = page([ended('new', 'FAILED', 'CAPTURE_FAILED'), ended('old', 'STOPPED', 'USED')]);
    expect(sharing.over?.id).toBe('new');
    store.shares = [shareOf('newer', 'ASKED', { endReason: null }), ended('new', 'FAILED', 'CAPTURE_FAILED')];
    expect(sharing.over).toBeNull();
    store.shares = [];
    expect(sharing.over).toBeNull();
  });

  const shown = { action: 'SHARE_VIEW', publisher: { id: 'csr' } };
  const seen = { liveAt: '2026-01-01T10:00:00Z' };
  it.each([
    ['WITHDRAWN', 'WITHDRAWN', shown, true],
    ['EXPIRED', 'NO_ANSWER', shown, true],
    ['FAILED', 'PICKER_CANCELLED', shown, true],
    ['STOPPED', 'STOPPED_BY_CSR', shown, true],
    ['STOPPED', 'STOPPED_BY_CSR', { ...shown, ...seen }, true],
    ['STOPPED', 'STOPPED_BY_CUSTOMER', shown, false],
    ['STOPPED', 'STOPPED_BY_CUSTOMER', { ...shown, ...seen }, false],
    ['REFUSED', 'REFUSED', shown, false],
    ['WITHDRAWN', 'WITHDRAWN', {}, true],
    ['STOPPED', 'STOPPED_BY_CSR', seen, false], // the strip says that nobody sees the screen
  ])('%s by %s %o: the customer is told: %s', (state, reason, more, isTold) => {
    expect(page([ended('a', state, reason, more)]).sharing.over?.id).toBe(isTold ? 'a' : undefined);
  });

  it('can’t be requested while one of the two is not in the media room', () => {
    const { sharing, store, media } = page([]);
    expect(sharing.withoutMedia).toBeNull();
    store.customer = { id: 'away' } as never;
    expect(sharing.withoutMedia).toBe('CUSTOMER');
    store.customer = { id: 'here' } as never;
    expect(sharing.withoutMedia).toBeNull();
    media.state = 'connecting';
    expect(sharing.withoutMedia).toBe('OWN');
  });
});

describe('picking a screen', () => {
  it('shows what was chosen, once the server knows of it', async () => {
    const { sharing, media, calls } = page([shareOf('a', 'GRANTED')]);
    const picked = sharing.pick('a');
    expect(sharing.isPicking).toBe(true);
    await sharing.pick('a');
    expect(picker).toHaveBeenCalledOnce();
    await picked;
    expect(calls).toEqual([['StartShare', { shareId: 'a', surface: 'MONITOR' }]]);
    expect(media.showScreen).toHaveBeenCalledOnce();
    expect([sharing.isPicking, sharing.ownShareId]).toEqual([false, 'a']);
    expect(track.stop).not.toHaveBeenCalled();
  });

  it('is for the share that was named: its target is the one of the picker', async () => {
    await page([shareOf('a', 'STOPPED', { target: 'APPLICATION' }), shareOf('b', 'GRANTED')]).sharing.pick('b');
    expect(picker).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ video: expect.objectContaining({ displaySurface: 'monitor' }) as object }),
    );
  });

  it('for an unknown share does not open the picker', async () => {
    await page([]).sharing.pick('a');
    expect(picker).not.toHaveBeenCalled();
  });

  it('that was cancelled, or forbidden by the system, is reported as such', async () => {
    const { sharing, calls, media } = page([shareOf('a', 'GRANTED')]);
    picker.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
    await sharing.pick('a');
    picker.mockRejectedValueOnce(new DOMException('denied by system', 'NotAllowedError'));
    await sharing.pick('a');
    await sharing.dontPick('a');
    expect(calls).toEqual([
      ['FailShare', { shareId: 'a', reason: 'PICKER_CANCELLED' }],
      ['FailShare', { shareId: 'a', reason: 'PERMISSION_DENIED_BY_SYSTEM' }],
      ['FailShare', { shareId: 'a', reason: 'PICKER_CANCELLED' }],
    ]);
    expect([media.showScreen.mock.calls.length, sharing.isPicking, sharing.ownShareId]).toEqual([0, false, null]);
  });

  it('that was cancelled by whoever offered to show ends nothing, and can be opened again', async () => {
    const { sharing, calls, media } = page([shareOf('a', 'GRANTED', { action: 'SHARE_VIEW' })]);
    picker.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
    await sharing.pick('a');
    expect([sharing.isPicking, sharing.toPick?.id]).toEqual([false, 'a']);
    await sharing.pick('a');
    picker.mockRejectedValueOnce(new DOMException('denied by system', 'NotAllowedError'));
    await sharing.pick('a');
    expect(calls).toEqual([
      ['ReportNotChosen', { shareId: 'a' }],
      ['StartShare', { shareId: 'a', surface: 'MONITOR' }],
      ['FailShare', { shareId: 'a', reason: 'PERMISSION_DENIED_BY_SYSTEM' }],
    ]);
    expect(media.showScreen).toHaveBeenCalledOnce();
  });

  it('that the server refuses is stopped, and the caller gets the error', async () => {
    const { sharing, mutate, media } = page([shareOf('a', 'GRANTED')]);
    mutate.mockRejectedValueOnce(new TandemError('NOT_FOUND'));
    await expect(sharing.pick('a')).rejects.toThrow('NOT_FOUND');
    expect(track.stop).toHaveBeenCalledOnce();
    expect(media.showScreen).not.toHaveBeenCalled();
    expect([sharing.isPicking, sharing.ownShareId]).toEqual([false, null]);
  });

  it.each([
    ['live', 'CAPTURE_FAILED'],
    ['unavailable', 'MEDIA_NOT_CONNECTED'],
  ])('that can’t be sent while the media are %s is told as %s', async (state, reason) => {
    const { sharing, media, calls } = page([shareOf('a', 'GRANTED')]);
    media.state = state;
    media.showScreen.mockRejectedValueOnce(new Error('no way'));
    await sharing.pick('a');
    expect(calls.at(-1)).toEqual(['FailShare', { shareId: 'a', reason }]);
    expect(track.stop).toHaveBeenCalledOnce();
    expect(sharing.ownShareId).toBeNull();
  });
});

describe('the own screen', () => {
  async function showing() {
    const room = page([shareOf('a', 'GRANTED')]);
    await room.sharing.pick('a');
    room.store.shares = [shareOf('a', 'LIVE')];
    await nextTick();
    room.calls.length = 0;
    return room;
  }

  it('is hidden at once when it is stopped, and the request is repeated until it arrives', async () => {
    const { sharing, media, mutate, calls } = await showing();
    mutate.mockRejectedValueOnce(new TandemError('UNAVAILABLE'));
    const stopped = sharing.stop('a');
    expect([media.hideScreen.mock.calls.length, sharing.ownShareId]).toEqual([1, null]);
    await stopped;
    await vi.advanceTimersByTimeAsync(999);
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(calls).toEqual([['StopShare', { shareId: 'a', isByBrowser: false }]]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(calls).toHaveLength(1);
    expect(media.hideScreen).toHaveBeenCalledOnce();
  });

  it('goes on while another share is stopped, and a refused request is not repeated', async () => {
    const { sharing, media, mutate } = await showing();
    mutate.mockRejectedValueOnce(new TandemError('NOT_FOUND'));
    const before = mutate.mock.calls.length;
    await sharing.stop('b');
    await vi.advanceTimersByTimeAsync(5000);
    expect([mutate.mock.calls.length - before, media.hideScreen.mock.calls.length, sharing.ownShareId]).toEqual([
      1,
      0,
      'a',
    ]);
  });

  it('that the browser ends is stopped by it, once', async () => {
    const { media, calls } = await showing();
    track.dispatchEvent(new Event('ended'));
    track.dispatchEvent(new Event('ended'));
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toEqual([['StopShare', { shareId: 'a', isByBrowser: true }]]);
    expect(media.hideScreen).toHaveBeenCalledOnce();
  });

  it('that was stopped before the browser ends it is not stopped again', async () => {
    const { sharing, calls } = await showing();
    await sharing.stop('a');
    track.dispatchEvent(new Event('ended'));
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toHaveLength(1);
  });

  it('goes on while another share ends', async () => {
    const { store, media } = await showing();
    store.shares = [shareOf('b', 'STOPPED'), shareOf('a', 'LIVE')];
    await nextTick();
    expect(media.hideScreen).not.toHaveBeenCalled();
  });

  it.each(['STOPPED', 'FAILED', null])('is hidden when its share is %s, whoever ended it', async (state) => {
    const { store, media, sharing } = await showing();
    store.shares = [shareOf('a', 'STARTING')];
    await nextTick();
    expect(media.hideScreen).not.toHaveBeenCalled();
    store.shares = state ? [shareOf('a', state)] : [];
    await nextTick();
    expect([media.hideScreen.mock.calls.length, sharing.ownShareId]).toEqual([1, null]);
  });
});

describe('a page that was loaded anew', () => {
  const shares = [
    shareOf('shown', 'LIVE'),
    shareOf('coming', 'STARTING'),
    shareOf('allowed', 'GRANTED'),
    shareOf('another’s', 'LIVE', { publisher: { id: 'csr' } }),
  ];
  it('has lost its screen, and reports it once it is connected', async () => {
    const { store, media, calls } = page(shares, { connection: 'connecting' });
    media.state = 'connecting';
    await nextTick();
    store.connection = 'live';
    await nextTick();
    expect(calls).toEqual([]);
    media.state = 'live';
    await nextTick();
    expect(calls).toEqual([
      ['FailShare', { shareId: 'shown', reason: 'PUBLISHER_LEFT' }],
      ['FailShare', { shareId: 'coming', reason: 'PUBLISHER_LEFT' }],
    ]);
  });

  it('reports nothing about a screen that is published from this window', async () => {
    const room = page([shareOf('a', 'GRANTED')]);
    await room.sharing.pick('a');
    room.store.shares = [shareOf('a', 'LIVE')];
    room.calls.length = 0;
    room.store.connection = 'lost';
    await nextTick();
    room.store.connection = 'live';
    await nextTick();
    expect(room.calls).toEqual([]);
  });
});
