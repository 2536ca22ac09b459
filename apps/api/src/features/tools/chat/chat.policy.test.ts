import { PARTICIPANT_ROLES, type ParticipantRole } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import type { Seat } from '../../session/sessions/index.js';
import { changeableUntil, isMeantFor, mayReadMessage, mayWriteTo, readerOf } from './chat.policy.js';

const seat = (role: ParticipantRole, more: Partial<Seat> = {}): Seat => ({
  participantId: 'me',
  sessionId: 's',
  role,
  state: 'SEATED',
  rights: [],
  readsFrom: 0,
  continues: [],
  ...more,
});
const message = (audience: 'EVERYONE' | 'CSRS' | 'PERSON', more = {}) => ({
  audience,
  senderId: 'sender',
  recipientId: audience === 'PERSON' ? 'other' : null,
  seq: 5,
  ...more,
});
const rolesThat = (may: (role: ParticipantRole) => boolean) => PARTICIPANT_ROLES.filter(may);
const CSRS_SIDE = ['PRIMARY_CSR', 'ASSISTANT', 'GUEST_EXPERT', 'SUPERVISOR'];

describe('who reads a message', () => {
  it('is everybody of those it is for, in every role', () => {
    expect(rolesThat((role) => mayReadMessage(message('EVERYONE'), seat(role)))).toEqual(PARTICIPANT_ROLES);
    expect(rolesThat((role) => mayReadMessage(message('CSRS'), seat(role)))).toEqual(CSRS_SIDE);
    expect(rolesThat((role) => mayReadMessage(message('PERSON'), seat(role)))).toEqual([]);
    expect(rolesThat((role) => mayReadMessage(message('PERSON', { recipientId: 'me' }), seat(role)))).toEqual(
      PARTICIPANT_ROLES,
    );
  });

  it('is its sender, whoever else it is for', () => {
    expect(mayReadMessage(message('CSRS', { senderId: 'me' }), seat('PRIMARY_CUSTOMER'))).toBe(true);
    expect(mayReadMessage(message('PERSON', { senderId: 'me' }), seat('PRIMARY_CUSTOMER'))).toBe(true);
  });

  it('is who sat on an earlier seat of the same person', () => {
    const again = seat('PRIMARY_CUSTOMER', { participantId: 'new', continues: ['me'] });
    expect(mayReadMessage(message('PERSON', { recipientId: 'me' }), again)).toBe(true);
    expect(mayReadMessage(message('PERSON', { senderId: 'me' }), again)).toBe(true);
    expect(mayReadMessage(message('PERSON', { recipientId: 'other' }), again)).toBe(false);
  });

  it('is nobody for a private message without a recipient but its sender', () => {
    expect(mayReadMessage(message('PERSON', { recipientId: null }), seat('PRIMARY_CSR'))).toBe(false);
  });

  it.each([
    [4, true],
    [5, true],
    [6, false],
  ])('is who reads the log from number %i on, for the message with the number 5: %s', (readsFrom, may) => {
    expect(mayReadMessage(message('EVERYONE'), seat('PRIMARY_CUSTOMER', { readsFrom }))).toBe(may);
    expect(mayReadMessage(message('PERSON', { senderId: 'me' }), seat('PRIMARY_CUSTOMER', { readsFrom }))).toBe(may);
  });

  it.each(['WAITING', 'LEFT', 'REPLACED', 'REMOVED', 'DECLINED'] as const)('is nobody whose seat is %s', (state) => {
    expect(readerOf(seat('PRIMARY_CSR', { state }))).toBe('NOTHING');
    expect(mayReadMessage(message('EVERYONE'), seat('PRIMARY_CSR', { state }))).toBe(false);
  });

  it('is staff that reads the record afterwards', () => {
    expect(readerOf(null)).toBe('ALL');
    expect(mayReadMessage(message('PERSON'), null)).toBe(true);
  });
});

describe('whom a message was meant for', () => {
  const meant = (audience: 'EVERYONE' | 'CSRS' | 'PERSON', id: string) =>
    rolesThat((role) => isMeantFor(message(audience), { id, role }));

  it('is everybody of its circle but its sender', () => {
    expect(meant('EVERYONE', 'a')).toEqual(PARTICIPANT_ROLES);
    expect(meant('CSRS', 'a')).toEqual(CSRS_SIDE);
    expect(meant('PERSON', 'a')).toEqual([]);
    expect(meant('PERSON', 'other')).toEqual(PARTICIPANT_ROLES);
    for (const audience of ['EVERYONE', 'CSRS', 'PERSON'] as const) expect(meant(audience, 'sender')).toEqual([]);
  });
});

describe('who may write', () => {
  const ticked = { rights: ['CHAT_CUSTOMER'] as const };

  it('among the representatives is who is on their side', () => {
    expect(rolesThat((role) => mayWriteTo('CSRS', seat(role, ticked), null))).toEqual(CSRS_SIDE);
  });

  it('to customers is who leads, the customers, and of the others whom that is ticked for', () => {
    const may = (more: Partial<Seat>) => rolesThat((role) => mayWriteTo('EVERYONE', seat(role, more), null));
    expect(may({})).toEqual(['PRIMARY_CSR', 'PRIMARY_CUSTOMER', 'SECONDARY_CUSTOMER']);
    expect(may(ticked)).toEqual(['PRIMARY_CSR', 'ASSISTANT', 'GUEST_EXPERT', 'PRIMARY_CUSTOMER', 'SECONDARY_CUSTOMER']);
  });

  it('to one of the own side is an assistant in any case, to a customer only with the tick', () => {
    const assistant = seat('ASSISTANT');
    expect(mayWriteTo('PERSON', assistant, { role: 'PRIMARY_CSR' })).toBe(true);
    expect(mayWriteTo('PERSON', assistant, { role: 'PRIMARY_CUSTOMER' })).toBe(false);
    expect(mayWriteTo('PERSON', seat('ASSISTANT', ticked), { role: 'SECONDARY_CUSTOMER' })).toBe(true);
    expect(mayWriteTo('PERSON', assistant, null)).toBe(false);
  });
});

describe('until when a message may be changed', () => {
  const sentAt = new Date('2026-01-01T10:00:00Z');
  const own = { senderId: 'me', sentAt, deletedAt: null };

  it('is a quarter of an hour after it was sent, for its sender', () => {
    expect(changeableUntil(own, seat('PRIMARY_CUSTOMER'))).toEqual(new Date('2026-01-01T10:15:00Z'));
    const again = seat('PRIMARY_CUSTOMER', { participantId: 'new', continues: ['me'] });
    expect(changeableUntil(own, again)).toEqual(new Date('2026-01-01T10:15:00Z'));
  });

  it('is never for another person’s, a deleted one, without a seat or with one that is over', () => {
    expect(changeableUntil({ ...own, senderId: 'other' }, seat('PRIMARY_CSR'))).toBeNull();
    expect(changeableUntil({ ...own, deletedAt: sentAt }, seat('PRIMARY_CSR'))).toBeNull();
    expect(changeableUntil(own, null)).toBeNull();
    expect(changeableUntil(own, seat('PRIMARY_CSR', { state: 'LEFT' }))).toBeNull();
  });
});
