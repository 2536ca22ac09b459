import { SHARE_END_REASONS, SHARE_LIFECYCLE, type ShareState } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import type { Seat } from '../../session/sessions/index.js';
import { deviceFacts, FAILURE_REASONS, isMishap, maySeeShare, whyNotAsk, type AskFacts } from './sharing.policy.js';

const seat = (more: Partial<Seat> = {}): Seat => ({
  participantId: 'me',
  sessionId: 's',
  role: 'PRIMARY_CUSTOMER',
  state: 'SEATED',
  rights: [],
  readsFrom: 0,
  continues: [],
  ...more,
});
const STATES = Object.keys(SHARE_LIFECYCLE) as ShareState[];
const seen = (who: Seat | null, customerId = 'before') =>
  STATES.filter((state) => maySeeShare({ state, customerId }, who));

describe('who sees a share', () => {
  it('is who was there, whatever came of it', () => expect(seen(seat())).toEqual(STATES));
  it('is who came later, while it goes on', () => {
    expect(seen(seat({ readsFrom: 1 }))).toEqual(['ASKED', 'GRANTED', 'STARTING', 'LIVE']);
  });
  it('is who it was asked of, on any seat of theirs', () => {
    expect(seen(seat({ readsFrom: 1 }), 'me')).toEqual(STATES);
    expect(seen(seat({ readsFrom: 1, participantId: 'new', continues: ['me'] }), 'me')).toEqual(STATES);
  });
  it('is staff that reads the record, and nobody who waits or is gone', () => {
    expect(seen(null)).toEqual(STATES);
    for (const state of ['WAITING', 'LEFT', 'REMOVED'] as const) expect(seen(seat({ state }), 'me')).toEqual([]);
  });
});

describe('why a screen can’t be asked for', () => {
  const free: AskFacts = { customer: { canShareScreen: true, hasMedia: true }, running: [], isOnHold: false };
  const why = (more: Partial<AskFacts>, action: 'REQUEST_VIEW' | 'SHARE_VIEW' = 'REQUEST_VIEW') =>
    whyNotAsk(action, { ...free, ...more });

  it('is nothing where nothing stands against it', () => {
    expect(why({})).toBeNull();
    expect(why({}, 'SHARE_VIEW')).toBeNull();
  });
  it('is the hold, before anything else', () => {
    expect(why({ isOnHold: true, customer: { canShareScreen: false, hasMedia: false } })).toBe('CUSTOMER_ON_HOLD');
  });
  it('is the customer’s browser, for what it takes', () => {
    const withoutMedia = { customer: { canShareScreen: true, hasMedia: false } };
    expect(why(withoutMedia)).toBe('BROWSER_WITHOUT_MEDIA');
    expect(why(withoutMedia, 'SHARE_VIEW')).toBe('BROWSER_WITHOUT_MEDIA');
    const phone = { customer: { canShareScreen: false, hasMedia: true } };
    expect(why(phone)).toBe('DEVICE_CANNOT_SHARE');
    expect(why(phone, 'SHARE_VIEW')).toBeNull();
  });
  it.each(STATES)('is another share that is %s, where that stands in the way', (state) => {
    const of = (action: 'REQUEST_VIEW' | 'SHARE_VIEW') => why({ running: [{ state, action }] });
    const begins = state === 'GRANTED' || state === 'STARTING' ? 'SHARE_BEGINS' : null;
    expect(of('REQUEST_VIEW')).toBe(state === 'LIVE' ? 'SHARE_ALREADY_RUNNING' : begins);
    expect(of('SHARE_VIEW')).toBe(begins); // one screen of a side
  });
  it('is any of several', () => {
    const running = [
      { state: 'LIVE', action: 'SHARE_VIEW' },
      { state: 'LIVE', action: 'REQUEST_VIEW' },
    ] as const;
    expect(why({ running: [...running] })).toBe('SHARE_ALREADY_RUNNING');
  });
});

it('a browser that tells nothing of itself has media, and can’t share', () => {
  expect(deviceFacts({ device: null })).toEqual({ canShareScreen: false, hasMedia: true });
  const told = (canShareScreen: boolean, hasMedia: boolean) =>
    deviceFacts({ device: { canShareScreen, hasMedia } } as Parameters<typeof deviceFacts>[0]);
  expect(told(true, true)).toEqual({ canShareScreen: true, hasMedia: true });
  expect(told(false, false)).toEqual({ canShareScreen: false, hasMedia: false });
});

it('a page may report what went wrong with its picture, and of that mishaps use up no consent', () => {
  expect([...FAILURE_REASONS].sort()).toEqual([
    'CAPTURE_FAILED',
    'MEDIA_NOT_CONNECTED',
    'PERMISSION_DENIED_BY_SYSTEM',
    'PICKER_CANCELLED',
    'PUBLISHER_LEFT',
  ]);
  expect(SHARE_END_REASONS.filter(isMishap).sort()).toEqual([
    'CAPTURE_FAILED',
    'MEDIA_NOT_CONNECTED',
    'PERMISSION_DENIED_BY_SYSTEM',
  ]);
});
