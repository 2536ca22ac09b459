// @vitest-environment node
import { TandemError } from '@tandem/client';
import { describe, expect, it } from 'vitest';
import { belongsInRoom, blockedReason, isRightLost, toDeviceFailure, toTicketRefusal } from './media-rules';

describe('a ticket', () => {
  it.each([
    ['MEDIA_HELD_ELSEWHERE', 'elsewhere'],
    ['SESSION_ENDED', 'closed'],
    ['SEAT_CLOSED', 'closed'],
    ['UNAUTHENTICATED', 'closed'],
    ['NOT_FOUND', 'closed'],
    ['FORBIDDEN', 'closed'],
    ['UNAVAILABLE', 'later'],
    ['TOO_MANY_REQUESTS', 'later'],
  ] as const)('that is refused with %s: %s', (code, what) => expect(toTicketRefusal(new TandemError(code))).toBe(what));

  it('that did not come for another reason is requested again later', () => {
    expect(toTicketRefusal(new Error('x'))).toBe('later');
  });
});

describe('a device', () => {
  it.each([
    ['NotAllowedError', 'REFUSED'],
    ['SecurityError', 'REFUSED'],
    ['NotFoundError', 'MISSING'],
    ['OverconstrainedError', 'MISSING'],
    ['NotReadableError', 'BUSY'],
  ])('that fails with %s is %s', (name, failure) =>
    expect(toDeviceFailure(new DOMException('no', name))).toBe(failure),
  );
  it('that fails without a reason is busy', () => expect(toDeviceFailure(null)).toBe('BUSY'));
});

describe('a window belongs in the room', () => {
  const good = { seatState: 'SEATED', sessionState: 'ACTIVE', connection: 'live', isJoinAllowed: true } as const;
  it.each([
    ['its seat is taken', {}, true],
    ['the session is not loaded yet', { sessionState: undefined }, true],
    ['the connection is lost', { connection: 'lost' }, true],
    ['its seat waits', { seatState: 'WAITING' }, false],
    ['there is no seat', { seatState: undefined }, false],
    ['the session has ended', { sessionState: 'ENDED' }, false],
    ['the role may not join', { isJoinAllowed: false }, false],
    ['the page was refused', { connection: 'refused' }, false],
    ['the page is over', { connection: 'over' }, false],
  ] as const)('where %s: %#', (_what, facts, belongs) => expect(belongsInRoom({ ...good, ...facts })).toBe(belongs));
});

it.each([
  ['NOT_YOUR_SEAT', true],
  ['RIGHT_NOT_GIVEN', true],
  ['CUSTOMER_ON_HOLD', false],
  [null, false],
])('%s means that the right is lost: %s', (reason, isLost) => expect(isRightLost(reason)).toBe(isLost));

it.each([
  ['localhost', true, 'NO_WAY_HERE'],
  ['127.0.0.1', true, 'NO_WAY_HERE'],
  ['[::1]', true, 'NO_WAY_HERE'],
  ['help.example.com', true, 'NO_WAY'],
  ['not.127.example', true, 'NO_WAY'],
  ['localhost', false, 'NO_WAY'],
])('on %s, Firefox %s, a blocked connection is %s', (hostname, isFirefox, reason) =>
  expect(blockedReason(hostname, isFirefox)).toBe(reason),
);
