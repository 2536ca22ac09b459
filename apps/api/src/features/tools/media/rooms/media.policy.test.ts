import { PARTICIPANT_ROLES, type SeatRight } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import { isHeldElsewhere, isTicketGood, rightsOf } from './media.policy.js';

const ALL_ON = { isCameraOn: true, isScreenAllowed: true };
const sources = (rights: SeatRight[], state: typeof ALL_ON | null = ALL_ON) =>
  Object.fromEntries(PARTICIPANT_ROLES.map((role) => [role, rightsOf({ role, rights }, state, false).sources]));

describe('what a seat may publish', () => {
  it('follows its role and what is ticked', () => {
    expect(sources([])).toEqual({
      PRIMARY_CSR: ['microphone', 'camera', 'screen'],
      ASSISTANT: [],
      GUEST_EXPERT: [],
      SUPERVISOR: [],
      PRIMARY_CUSTOMER: ['microphone', 'camera', 'screen'],
      SECONDARY_CUSTOMER: [],
    });
    expect(sources(['CHAT_CUSTOMER'])).toMatchObject({
      ASSISTANT: ['microphone', 'camera'],
      GUEST_EXPERT: ['microphone', 'camera'],
      SUPERVISOR: [],
      SECONDARY_CUSTOMER: [],
    });
  });

  it('is no camera and no screen before each of them is on or allowed', () => {
    const customer = (state: typeof ALL_ON | null) => sources([], state).PRIMARY_CUSTOMER;
    expect(customer(null)).toEqual(['microphone']);
    expect(customer({ isCameraOn: true, isScreenAllowed: false })).toEqual(['microphone', 'camera']);
    expect(customer({ isCameraOn: false, isScreenAllowed: true })).toEqual(['microphone', 'screen']);
  });

  it('is nothing while the customer is on hold, and nothing is received', () => {
    const role = { role: 'PRIMARY_CUSTOMER', rights: [] } as const;
    expect(rightsOf(role, ALL_ON, true)).toEqual({ sources: [], canSubscribe: false, canPublishData: false });
    expect(rightsOf(role, ALL_ON, false)).toMatchObject({ canSubscribe: true, canPublishData: true });
  });
});

describe('a ticket', () => {
  const NOW = new Date('2026-01-01T10:00:00.000Z');
  const held = { ticketId: 't', windowId: 'w', ticketUsedAt: null, isTicketSpent: false, closedAt: null };
  const isGood = (more: object, shown = { ticketId: 't', windowId: 'w' }) =>
    isTicketGood({ ...held, ...more }, shown, NOW);

  it('lets in while it is the newest of its window', () => {
    expect(isGood({})).toBe(true);
    expect(isGood({}, { ticketId: 'earlier', windowId: 'w' })).toBe(false);
    expect(isGood({}, { ticketId: 't', windowId: 'another' })).toBe(false);
    expect(isTicketGood(null, { ticketId: 't', windowId: 'w' }, NOW)).toBe(false);
  });

  it('lets nobody in once it is spent, or its window has gone', () => {
    expect(isGood({ isTicketSpent: true })).toBe(false);
    expect(isGood({ closedAt: NOW })).toBe(false);
  });

  it.each([
    [9_999, true],
    [10_000, false],
    [10_001, false],
  ])('may be tried again %i ms after its first try: %s', (ms, good) => {
    expect(isGood({ ticketUsedAt: new Date(NOW.getTime() - ms) })).toBe(good);
  });
});

describe('a window that wants the media', () => {
  const held = { windowId: 'one', closedAt: null };
  it('must ask first where another one has them', () => {
    expect(isHeldElsewhere(held, 'two', true)).toBe(true);
    expect(isHeldElsewhere(held, 'one', true)).toBe(false);
    expect(isHeldElsewhere(held, 'two', false)).toBe(false);
    expect(isHeldElsewhere({ ...held, closedAt: new Date() }, 'two', true)).toBe(false);
    expect(isHeldElsewhere(null, 'two', true)).toBe(false);
  });
});
