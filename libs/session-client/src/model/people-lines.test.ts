// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { toPeopleLines } from './people-lines';
import type { Participant, SessionEvent } from './types';

const person = (id: string, role: Participant['role']) => ({ id, name: id, role }) as Participant;
const csr = person('Kim', 'PRIMARY_CSR');
const colleague = person('Lee', 'ASSISTANT');
const customer = person('Park', 'PRIMARY_CUSTOMER');
const event = (seq: number, __typename: SessionEvent['__typename'], fields: object) =>
  ({ __typename, seq, at: '2026-01-01T00:00:00Z', actor: { kind: 'SYSTEM', name: null }, ...fields }) as SessionEvent;
const keys = (events: SessionEvent[], me: Participant) => toPeopleLines(events, me).map(({ text }) => text.key);

describe('lines between the messages', () => {
  it('tell which others came, lost the connection and left, and nothing about the viewer', () => {
    const events = [
      event(1, 'ParticipantJoined', { participant: csr }),
      event(2, 'ParticipantJoined', { participant: customer }),
      event(3, 'ParticipantDisconnected', { participant: csr }),
      event(4, 'ParticipantLeft', { participant: customer }),
    ];
    expect(keys(events, customer)).toEqual(['events.ParticipantJoined', 'events.ParticipantDisconnected']);
    expect(keys(events, csr)).toEqual(['events.ParticipantJoined', 'events.ParticipantLeft']);
  });

  it('tell a lost connection that is back once, and of the right person', () => {
    const lost = event(1, 'ParticipantDisconnected', { participant: customer });
    const back = event(3, 'ParticipantReconnected', { participant: customer, awaySeconds: 20 });
    const other = event(2, 'ParticipantDisconnected', { participant: colleague });
    expect(keys([lost, other, back], csr)).toEqual(['events.ParticipantDisconnected', 'events.ParticipantReconnected']);
  });

  it('tell of the one who is still away, also of one who was away before', () => {
    const [lost, back] = ['ParticipantDisconnected', 'ParticipantReconnected'] as const;
    const events = [
      event(1, lost, { participant: customer }),
      event(2, lost, { participant: colleague }),
      event(3, back, { participant: customer, awaySeconds: 20 }),
      event(4, 'ParticipantJoined', { participant: colleague }),
      event(5, lost, { participant: customer }),
    ];
    expect(toPeopleLines(events, csr).map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
  });

  it('are those of all for a viewer without a seat, in the words of the representatives', () => {
    const events = [
      event(1, 'ParticipantJoined', { participant: customer }),
      event(2, 'ControlTransferred', { leftBy: csr, to: colleague, isTaken: false }),
    ];
    expect(toPeopleLines(events, null).map(({ text }) => text.key)).toEqual([
      'events.ParticipantJoined',
      'events.ControlTransferred',
    ]);
  });

  it('name the new lead; to a customer it is who helps from now on', () => {
    const events = [event(5, 'ControlTransferred', { leftBy: csr, to: colleague, isTaken: false })];
    expect(toPeopleLines(events, customer)[0]).toMatchObject({
      newLead: 'Lee',
      text: { key: 'peopleNews.helps', params: { from: 'Kim', to: 'Lee' } },
    });
    expect(toPeopleLines(events, colleague)[0]!.text.key).toBe('events.ControlTransferred');
  });
});
