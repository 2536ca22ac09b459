// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { useCustomerState } from './customer-state';
import type { Participant } from '../model/types';
import type { SessionStore } from '../session/use-session';

const customer = (fields: object) =>
  ({ id: 'c', name: 'Park', role: 'PRIMARY_CUSTOMER', state: 'SEATED', seatedAt: 'x', ...fields }) as Participant;
const stateOf = (participants: Participant[], isReachable = true) =>
  useCustomerState(
    { participants, customer: participants.find(({ state }) => state === 'SEATED') ?? null } as SessionStore,
    { isReachable: () => isReachable },
  ).value;

describe('the presence of the customer', () => {
  it.each([
    ['nobody has joined yet', [], true, { kind: 'none' }],
    ['somebody waits at the door', [customer({ state: 'WAITING', seatedAt: null })], true, { kind: 'none' }],
    ['the customer is here', [customer({})], true, { kind: 'here', name: 'Park' }],
    ['the line is cut', [customer({ lostAt: 't' })], false, { kind: 'cutOff', name: 'Park', since: 't' }],
    [
      'the customer has left',
      [customer({ state: 'LEFT', leftAt: 't' })],
      true,
      { kind: 'left', name: 'Park', since: 't' },
    ],
    [
      'another one is here after the first has left',
      [customer({ state: 'LEFT', leftAt: 't' }), customer({ id: 'd', name: 'Choi' })],
      true,
      { kind: 'here', name: 'Choi' },
    ],
    [
      'somebody was refused at the door, and a colleague has left',
      [
        customer({ state: 'DECLINED', seatedAt: null, leftAt: 't' }),
        customer({ state: 'LEFT', leftAt: 't', role: 'ASSISTANT' }),
      ],
      true,
      { kind: 'none' },
    ],
    [
      'two have left, the later one first in the list or last',
      [
        customer({ id: 'a', name: 'Ahn', state: 'LEFT', leftAt: '2026-11-30T10:00:00.000Z' }),
        customer({ id: 'b', name: 'Choi', state: 'LEFT', leftAt: '2026-11-30T12:00:00.000Z' }),
        customer({ id: 'd', name: 'Dok', state: 'LEFT', leftAt: '2026-11-30T11:00:00.000Z' }),
      ],
      true,
      { kind: 'left', name: 'Choi', since: '2026-11-30T12:00:00.000Z' },
    ],
  ])('is one state when %s', (_what, people, isReachable, state) => {
    expect(stateOf(people, isReachable)).toEqual(state);
  });
});
