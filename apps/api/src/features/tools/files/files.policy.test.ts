import {
  FILE_CATEGORIES,
  PARTICIPANT_ROLES,
  SETTING_DEFAULTS,
  type FileState,
  type ParticipantRole,
} from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import type { Seat } from '../../session/sessions/index.js';
import { actOf, isAllowedType, mayHearOf, maySeeFile, maySendFrom, mayWithdraw } from './files.policy.js';

const seat = (role: ParticipantRole, more: Partial<Seat> = {}): Seat => ({
  participantId: 'me',
  sessionId: 's',
  role,
  state: 'SEATED',
  rights: ['FILES'],
  readsFrom: 0,
  continues: [],
  ...more,
});
const file = (more = {}) => ({
  senderId: 'sender',
  kind: 'FILE' as 'FILE' | 'SCREENSHOT',
  state: 'PUBLISHED' as FileState,
  publishedSeq: 5 as number | null,
  ...more,
});
const rolesThat = (may: (role: ParticipantRole) => boolean) => PARTICIPANT_ROLES.filter(may);
const CSRS_SIDE = ['PRIMARY_CSR', 'ASSISTANT', 'GUEST_EXPERT', 'SUPERVISOR'];

describe('who sees a file', () => {
  it('that was published is everybody', () => {
    expect(rolesThat((role) => maySeeFile(file(), seat(role)))).toEqual(PARTICIPANT_ROLES);
  });

  it.each(['UPLOADING', 'CHECKING', 'REFUSED', 'WITHDRAWN', 'EXPIRED'] as const)(
    'that is %s is the representatives’ side alone',
    (state) => expect(rolesThat((role) => maySeeFile(file({ state }), seat(role)))).toEqual(CSRS_SIDE),
  );

  it('that is a screenshot is the representatives’ side alone, also once it is there', () => {
    expect(rolesThat((role) => maySeeFile(file({ kind: 'SCREENSHOT' }), seat(role)))).toEqual(CSRS_SIDE);
  });

  it('without the right to files is who leads, who looks on, and the customers', () => {
    expect(rolesThat((role) => maySeeFile(file(), seat(role, { rights: [] })))).toEqual([
      'PRIMARY_CSR',
      'SUPERVISOR',
      'PRIMARY_CUSTOMER',
      'SECONDARY_CUSTOMER',
    ]);
  });

  it('is its sender in any state, from any seat of the same person', () => {
    const own = file({ senderId: 'me', state: 'UPLOADING', publishedSeq: null });
    expect(rolesThat((role) => maySeeFile(own, seat(role, { rights: [], readsFrom: 9 })))).toEqual(PARTICIPANT_ROLES);
    const again = seat('PRIMARY_CUSTOMER', { participantId: 'new', continues: ['me'] });
    expect(maySeeFile(own, again)).toBe(true);
  });

  it.each([
    [4, true],
    [5, true],
    [6, false],
  ])('is who reads the log from number %i on, for what was published with number 5: %s', (readsFrom, may) => {
    expect(maySeeFile(file(), seat('PRIMARY_CUSTOMER', { readsFrom }))).toBe(may);
    expect(maySeeFile(file(), seat('ASSISTANT', { readsFrom }))).toBe(may);
  });

  it('before it was published is who reads from the beginning', () => {
    const coming = file({ state: 'UPLOADING', publishedSeq: null });
    expect(maySeeFile(coming, seat('ASSISTANT'))).toBe(true);
    expect(maySeeFile(coming, seat('ASSISTANT', { readsFrom: 1 }))).toBe(false);
  });

  it('is nobody whose seat is not taken, its sender neither; and staff that reads the record', () => {
    for (const state of ['WAITING', 'LEFT', 'REPLACED', 'REMOVED', 'DECLINED'] as const)
      expect(maySeeFile(file({ senderId: 'me' }), seat('PRIMARY_CSR', { state }))).toBe(false);
    expect(maySeeFile(file({ kind: 'SCREENSHOT', state: 'REFUSED' }), null)).toBe(true);
  });
});

describe('who hears of a file', () => {
  const { senderId, kind } = file();
  it('that never was published are its sender and the representatives’ side', () => {
    expect(rolesThat((role) => mayHearOf({ senderId, kind }, false, seat(role)))).toEqual(CSRS_SIDE);
    expect(mayHearOf({ senderId: 'me', kind }, false, seat('PRIMARY_CUSTOMER'))).toBe(true);
  });
  it('that was published are the customers too', () => {
    const told = (more: Partial<Seat>) =>
      mayHearOf({ senderId, kind, publishedSeq: 5 }, true, seat('PRIMARY_CUSTOMER', more));
    expect(told({})).toBe(true);
    expect(told({ readsFrom: 6 })).toBe(false);
    expect(mayHearOf({ senderId, kind: 'SCREENSHOT' }, true, seat('PRIMARY_CUSTOMER'))).toBe(false);
  });
});

describe('who may withdraw a file', () => {
  it('is its sender, and who leads the session any', () => {
    expect(rolesThat((role) => mayWithdraw({ senderId: 'other' }, seat(role)))).toEqual(['PRIMARY_CSR']);
    expect(rolesThat((role) => mayWithdraw({ senderId: 'me' }, seat(role)))).toEqual([
      'PRIMARY_CSR',
      'ASSISTANT',
      'GUEST_EXPERT',
      'PRIMARY_CUSTOMER',
    ]);
    expect(mayWithdraw({ senderId: 'me' }, seat('ASSISTANT', { rights: [] }))).toBe(false);
  });
});

describe('what a site lets through', () => {
  const off = (key: keyof typeof SETTING_DEFAULTS) => ({ ...SETTING_DEFAULTS, [key]: false });

  it('goes in each direction as its own setting says', () => {
    expect(rolesThat((role) => maySendFrom({ role }, SETTING_DEFAULTS))).toEqual(PARTICIPANT_ROLES);
    expect(rolesThat((role) => maySendFrom({ role }, off('canCustomersSendFiles')))).toEqual(CSRS_SIDE);
    expect(rolesThat((role) => maySendFrom({ role }, off('canStaffSendFiles')))).toEqual([
      'PRIMARY_CUSTOMER',
      'SECONDARY_CUSTOMER',
    ]);
  });

  it.each([
    ['canPublishArchives', ['ARCHIVES', 'PROGRAMS']],
    ['canPublishRecordings', ['AUDIO', 'VIDEO', 'PROGRAMS']],
    ['canPublishUnknown', ['PROGRAMS', 'OTHER']],
    ['canPublishPrograms', ['PROGRAMS']],
  ] as const)('with %s off is all but %s', (key, refused) => {
    expect(FILE_CATEGORIES.filter((category) => !isAllowedType(category, off(key))).sort()).toEqual(
      [...refused].sort(),
    );
  });

  it('is everything where everything is on', () => {
    const on = { ...SETTING_DEFAULTS, canPublishPrograms: true };
    expect(FILE_CATEGORIES.every((category) => isAllowedType(category, on))).toBe(true);
  });
});

it('sending a screenshot is an act of its own', () => {
  expect(actOf({ kind: 'SCREENSHOT' })).toBe('takeScreenshot');
  expect(actOf({ kind: 'FILE' })).toBe('publishFile');
});
