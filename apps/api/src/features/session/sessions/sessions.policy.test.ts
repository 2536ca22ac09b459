import type { Permission } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../../platform/graphql/index.js';
import type { Seat } from './seat.js';
import { dueEnd, isStaffView, mayRead, nextLook, QUIET } from './sessions.policy.js';
import type { SessionRow } from './sessions.repo.js';

const staff = (...permissions: Permission[]): Viewer => ({
  kind: 'staff',
  userId: 'me',
  authSessionId: 'a',
  mustChangePassword: false,
  permissions,
});
const token = (...permissions: Permission[]): Viewer => ({
  kind: 'token',
  apiTokenId: 't',
  makerId: 'me',
  permissions,
});
const CUSTOMER: Viewer = { kind: 'seat', sessionId: 's', participantId: 'p' };
const session = (more: object = {}) => ({ siteId: 'site', startedById: 'a', ledById: 'b', ...more }) as SessionRow;
const SEAT = { participantId: 'p' } as Seat;

describe('who may see a session', () => {
  it('is who sits or waits in it', () => {
    expect(mayRead(CUSTOMER, 'site', session(), SEAT)).toBe(true);
    expect(mayRead(CUSTOMER, 'site', session(), null)).toBe(false);
    expect(mayRead({ kind: 'anonymous' }, 'site', session(), null)).toBe(false);
  });

  it('is who started or leads it, with the permission to read', () => {
    const reader = staff('sessions.read');
    expect(mayRead(reader, 'site', session(), null)).toBe(false);
    expect(mayRead(reader, 'site', session({ startedById: 'me' }), null)).toBe(true);
    expect(mayRead(reader, 'site', session({ ledById: 'me' }), null)).toBe(true);
    expect(mayRead(staff('sessions.list'), 'site', session({ ledById: 'me' }), null)).toBe(false);
  });

  it('is who may see all of the site', () => {
    expect(mayRead(staff('sessions.listAll'), 'site', session(), null)).toBe(true);
    expect(mayRead(token('sessions.listAll'), 'site', session(), null)).toBe(true);
    expect(mayRead(token('sessions.read'), 'site', session({ ledById: 'me' }), null)).toBe(false);
  });

  it('is nobody of another site, whatever they may', () => {
    expect(mayRead(staff('sessions.listAll'), 'another', session({ ledById: 'me' }), null)).toBe(false);
    expect(mayRead(CUSTOMER, 'another', session(), SEAT)).toBe(false);
  });
});

it('what customers don’t see is shown to staff and integrators', () => {
  expect([staff(), token(), CUSTOMER, { kind: 'anonymous' } as const].map(isStaffView)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

const at = (minutes: number, ms = 0) => new Date(Date.UTC(2026, 0, 1, 10, minutes) + ms);
const facts = {
  isJoined: true,
  awakeAt: at(0),
  lastEventAt: at(0),
  idleEndMinutes: 20,
  neverJoinedEndMinutes: 10,
};

describe('when a session ends by itself', () => {
  it('is so long after the last that has happened, or after it was kept open, whichever is later', () => {
    expect(dueEnd(facts)).toEqual({ reason: 'IDLE', at: at(20) });
    expect(dueEnd({ ...facts, lastEventAt: at(5) })).toEqual({ reason: 'IDLE', at: at(25) });
    expect(dueEnd({ ...facts, awakeAt: at(7), lastEventAt: at(5) })).toEqual({ reason: 'IDLE', at: at(27) });
  });

  it('is sooner as long as nobody has joined, and counted from its start', () => {
    const waiting = { ...facts, isJoined: false, lastEventAt: at(5) };
    expect(dueEnd(waiting)).toEqual({ reason: 'NEVER_JOINED', at: at(10) });
    expect(dueEnd({ ...waiting, idleEndMinutes: 4 })).toEqual({ reason: 'IDLE', at: at(9) });
  });

  it('is never where a site has turned that off, each for itself', () => {
    expect(dueEnd({ ...facts, idleEndMinutes: 0 })).toBeNull();
    const waiting = { ...facts, isJoined: false };
    expect(dueEnd({ ...waiting, idleEndMinutes: 0 })?.reason).toBe('NEVER_JOINED');
    expect(dueEnd({ ...waiting, neverJoinedEndMinutes: 0 })?.reason).toBe('IDLE');
    expect(dueEnd({ ...waiting, idleEndMinutes: 0, neverJoinedEndMinutes: 0 })).toBeNull();
  });
});

describe('when the limits are looked at next', () => {
  const due = (ms: number) => ({ reason: 'IDLE' as const, at: at(6, ms) });
  it.each([
    [-1, at(5, -1)],
    [0, at(5)],
    [1, at(5)],
  ])('is a minute before the end, but in five minutes at the latest (%i ms from there)', (ms, look) => {
    expect(nextLook(due(ms), at(0))).toEqual(look);
  });
  it('is in five minutes where no end is in sight', () => expect(nextLook(null, at(0))).toEqual(at(5)));
});

it('what pages do by themselves, and our own warning, keep no session awake', () => {
  expect(QUIET).toEqual([
    'participants.disconnected',
    'participants.reconnected',
    'participants.away',
    'participants.deviceReported',
    'sessions.endNear',
  ]);
});
