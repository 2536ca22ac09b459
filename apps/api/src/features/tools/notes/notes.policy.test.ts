import type { Permission } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../../platform/graphql/index.js';
import { mayWriteAfterwards, privateNotesOf } from './notes.policy.js';

const staff = (...permissions: Permission[]): Viewer => ({
  kind: 'staff',
  userId: 'me',
  authSessionId: 'a',
  mustChangePassword: false,
  permissions,
});

describe('private notes', () => {
  it('are read by who wrote them, and by who may read everybody’s', () => {
    expect(privateNotesOf(staff('sessions.read', 'reports.readAll'))).toEqual({ ownerId: 'me' });
    expect(privateNotesOf(staff('notes.readPrivate'))).toBe('ALL');
  });

  it('are not there for customers, integrators and strangers', () => {
    const token = { kind: 'token', apiTokenId: 't', makerId: 'me', permissions: ['reports.readAll'] } as const;
    for (const viewer of [token, { kind: 'seat', sessionId: 's', participantId: 'p' }, { kind: 'anonymous' }] as const)
      expect(privateNotesOf(viewer)).toBeNull();
  });
});

describe('once the session has ended', () => {
  const facts = { ledById: 'leader', userId: 'me', seatIds: ['seat'], authorIds: ['another'] };

  it('the note of all is gone on with by who led, and who has written in it', () => {
    expect(mayWriteAfterwards(false, facts)).toBe(false);
    expect(mayWriteAfterwards(false, { ...facts, ledById: 'me' })).toBe(true);
    expect(mayWriteAfterwards(false, { ...facts, authorIds: ['another', 'seat'] })).toBe(true);
    expect(mayWriteAfterwards(false, { ...facts, seatIds: ['later', 'seat'], authorIds: ['seat'] })).toBe(true);
  });

  it('a private one by who sat in the session', () => {
    expect(mayWriteAfterwards(true, facts)).toBe(true);
    expect(mayWriteAfterwards(true, { ...facts, seatIds: [] })).toBe(false);
    expect(mayWriteAfterwards(false, { ...facts, ledById: 'me', seatIds: [] })).toBe(false);
  });
});
