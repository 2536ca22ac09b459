// @vitest-environment node
import { expect, it } from 'vitest';
import { emptyState, isAdmission, seatedAs, splitSnapshot } from './snapshot';
import type { Participant, SessionEvent, Snapshot } from './types';

const person = (id: string, role: string, state: string) => ({ id, role, state }) as Participant;

it('a snapshot is separated into its lists, the session itself, and what belongs to the viewer', () => {
  const { session: _, ...names } = emptyState();
  const lists = Object.fromEntries(Object.keys(names).map((name) => [name, [{ id: `one of ${name}` }]]));
  const facts = { id: 's', state: 'ACTIVE', isLocked: true };
  const own = { lastSeq: 7, mySeat: { id: 'me' }, abilities: [{ act: 'endSession' }] };
  expect(splitSnapshot({ ...facts, ...lists, ...own } as unknown as Snapshot)).toEqual({
    ...{ lastSeq: 7, mySeatId: 'me', abilities: own.abilities },
    state: { ...lists, session: facts },
  });
  expect(splitSnapshot({ ...facts, ...lists, ...own, mySeat: null } as unknown as Snapshot).mySeatId).toBeNull();
});

it('before it is loaded a session has no facts and empty lists', () => {
  const { session, ...lists } = emptyState();
  expect(session).toBeNull();
  expect(Object.values(lists)).toEqual(Object.keys(lists).map(() => []));
  expect(Object.keys(lists)).toHaveLength(8);
});

it('a role is the seated participant who has it', () => {
  const people = [
    person('left', 'PRIMARY_CUSTOMER', 'LEFT'),
    person('csr', 'PRIMARY_CSR', 'SEATED'),
    person('here', 'PRIMARY_CUSTOMER', 'SEATED'),
  ];
  expect(seatedAs(people, 'PRIMARY_CUSTOMER')?.id).toBe('here');
  expect(seatedAs(people, 'ASSISTANT')).toBeNull();
});

it('an admission is the own waiting seat that joins', () => {
  const joined = (id: string, __typename = 'ParticipantJoined') =>
    ({ __typename, participant: { id } }) as unknown as SessionEvent;
  const people = [person('me', 'GUEST_EXPERT', 'WAITING'), person('seated', 'ASSISTANT', 'SEATED')];
  expect(isAdmission(joined('me'), people, 'me')).toBe(true);
  expect(isAdmission(joined('me', 'ParticipantLeft'), people, 'me')).toBe(false);
  expect(isAdmission(joined('me'), people, 'seated')).toBe(false);
  expect(isAdmission(joined('seated'), people, 'seated')).toBe(false);
  expect(isAdmission(joined('me'), people, null)).toBe(false);
  expect(isAdmission(joined('me'), [], 'me')).toBe(false);
});
