// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { applyEvent, type SessionLists } from './apply-event';
import { emptyState } from './snapshot';
import type { SessionEvent } from './types';

let lists: SessionLists;
beforeEach(() => {
  lists = {
    ...emptyState(),
    session: {
      ...{ state: 'OPEN', isLocked: false, activeAt: null, endedAt: null, endReason: null, endDueAt: null },
      ...{ endDueReason: null, hold: null, shareMode: 'STANDARD', sessionType: null, trackingCode: null },
    },
  };
});
let seq = 0;
const happen = (__typename: SessionEvent['__typename'], fields: object = {}) => {
  const event = { __typename, seq: ++seq, at: '2026-01-01T10:00:00Z', ...fields } as unknown as SessionEvent;
  applyEvent(lists, event);
  return event;
};
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('the people and files of an event', () => {
  it.each([
    ['participants', 'ParticipantJoined', 'participant', 'last'],
    ['shares', 'ShareAsked', 'share', 'first'],
    ['grants', 'GrantEnded', 'grant', 'first'],
    ['invitations', 'InvitationCreated', 'invitation', 'first'],
    ['files', 'FilePublished', 'file', 'last'],
  ] as const)('is put into %s once, and changed where it stands', (list, kind, field, end) => {
    const tell = (id: string, name: string) => happen(kind as SessionEvent['__typename'], { [field]: { id, name } });
    tell('a', 'first');
    tell('b', 'first');
    const order = end === 'last' ? ['a', 'b'] : ['b', 'a'];
    expect(ids(lists[list])).toEqual(order);
    tell('a', 'changed');
    expect(ids(lists[list])).toEqual(order);
    expect(lists[list].find(({ id }) => id === 'a')).toMatchObject({ name: 'changed' });
    expect(lists[list].find(({ id }) => id === 'b')).toMatchObject({ name: 'first' });
  });

  it('are updated wherever the event names them: its actor, the old and the new lead, a removed participant', () => {
    happen('ControlTransferred', { leftBy: { id: 'old' }, to: { id: 'new' } });
    happen('ParticipantReplaced', { participant: { id: 'gone' }, by: { id: 'next' } });
    happen('CustomerSwapped', { from: { id: 'first' }, to: { id: 'second' } });
    happen('CustomerSwapped', { from: null, to: { id: 'third' } });
    expect(ids(lists.participants)).toEqual(['old', 'new', 'gone', 'next', 'first', 'second', 'third']);
  });

  it('do not bring back a file that was removed', () => {
    happen('FileDownloaded', { file: null });
    expect(lists.files).toEqual([]);
  });

  it('change no other list', () => {
    happen('ParticipantJoined', { participant: { id: 'a', role: 'ASSISTANT' } });
    const { participants: _, peopleEvents: _p, session, ...others } = lists;
    expect(Object.values(others).flat()).toEqual([]);
    expect(session).toMatchObject({ state: 'OPEN', isLocked: false, hold: null });
  });
});

describe('a message', () => {
  const write = (id: string, number: number, text = id) =>
    happen('ChatMessageSent', { message: { id, seq: number, text } });

  it('is sorted by its number, whenever it arrives', () => {
    for (const [id, number] of [
      ['b', 5],
      ['d', 9],
      ['a', 2],
      ['c', 7],
    ] as const)
      write(id, number);
    expect(ids(lists.messages)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is changed in its place, and is there once if it arrives twice', () => {
    for (const [id, number] of [
      ['a', 2],
      ['b', 5],
    ] as const)
      write(id, number);
    write('a', 2, 'changed');
    expect(lists.messages.map(({ text }) => text)).toEqual(['changed', 'b']);
  });
});

describe('a question', () => {
  const ask = (id: string, state: string) => happen('ConsentAsked', { request: { id, state } });

  it('waits until it is answered, and is listed once', () => {
    ask('a', 'ASKED');
    ask('b', 'ASKED');
    ask('a', 'ASKED');
    expect(ids(lists.consentRequests)).toEqual(['a', 'b']);
    ask('a', 'GRANTED');
    expect(ids(lists.consentRequests)).toEqual(['b']);
    ask('a', 'GRANTED');
    expect(ids(lists.consentRequests)).toEqual(['b']);
  });

  it.each(['GRANTED', 'REFUSED', 'EXPIRED', 'WITHDRAWN'])('that is %s does not wait any more', (state) => {
    ask('a', state);
    expect(lists.consentRequests).toEqual([]);
  });
});

describe('the session', () => {
  const join = (role: string) => happen('ParticipantJoined', { participant: { id: role, role } });

  it('becomes active with its first customer', () => {
    join('ASSISTANT');
    join('SECONDARY_CUSTOMER');
    expect(lists.session).toMatchObject({ state: 'OPEN', activeAt: null });
    happen('ParticipantLeft', { participant: { id: 'x', role: 'PRIMARY_CUSTOMER' } });
    expect(lists.session.state).toBe('OPEN');
    join('PRIMARY_CUSTOMER');
    expect(lists.session).toMatchObject({ state: 'ACTIVE', activeAt: '2026-01-01T10:00:00Z' });
    Object.assign(lists.session, { activeAt: 'then' });
    join('PRIMARY_CUSTOMER');
    expect(lists.session.activeAt).toBe('then');
  });

  it('that has ended does not become active again', () => {
    happen('SessionEnded', { endReason: 'IDLE' });
    join('PRIMARY_CUSTOMER');
    expect(lists.session).toMatchObject({ state: 'ENDED', endedAt: '2026-01-01T10:00:00Z', endReason: 'IDLE' });
  });

  it('will end soon, until somebody keeps it open', () => {
    happen('SessionEndNear', { dueAt: 'due', endReason: 'IDLE' });
    expect(lists.session).toMatchObject({ endDueAt: 'due', endDueReason: 'IDLE', endReason: null });
    happen('SessionKeptOpen');
    expect(lists.session).toMatchObject({ endDueAt: null, endDueReason: null });
  });

  it('is locked and opened, held and resumed, described, and shown another way', () => {
    happen('SessionLockChanged', { isLocked: true });
    happen('CustomerHeld', { hold: { id: 'h' } });
    happen('SessionDescribed', { sessionType: 'Printer', trackingCode: 'T-1' });
    happen('ShareModeChanged', { mode: 'MOTION' });
    const changed = {
      isLocked: true,
      hold: { id: 'h' },
      sessionType: 'Printer',
      trackingCode: 'T-1',
      shareMode: 'MOTION',
    };
    expect(lists.session).toMatchObject(changed);
    happen('CustomerResumed');
    happen('SessionLockChanged', { isLocked: false });
    expect(lists.session).toMatchObject({ ...changed, isLocked: false, hold: null });
  });
});

describe('who came and went', () => {
  const PEOPLE = [
    ...['ParticipantJoined', 'ParticipantLeft', 'ParticipantRemoved', 'ParticipantReplaced', 'ParticipantDisconnected'],
    ...['ParticipantReconnected', 'ControlTransferred', 'CustomerSwapped'],
  ] as SessionEvent['__typename'][];

  it('is listed in the order of the log, each once', () => {
    const events = PEOPLE.map((kind) => happen(kind, { participant: { id: 'a' } }));
    applyEvent(lists, events[0]!);
    applyEvent(lists, events.at(-1)!);
    expect(lists.peopleEvents).toEqual(events);
    happen('ChatMessageSent', { message: { id: 'm', seq: 1 } });
    expect(lists.peopleEvents).toHaveLength(PEOPLE.length);
  });

  it.each(['ParticipantWaiting', 'ParticipantRightsChanged', 'ChatMessageSent', 'SessionEnded', 'NoParticipantLeft'])(
    'is not told by %s',
    (kind) => {
      happen(kind as SessionEvent['__typename']);
      expect(lists.peopleEvents).toEqual([]);
    },
  );
});
