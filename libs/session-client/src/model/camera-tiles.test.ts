// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { isInSight, tilesOf } from './camera-tiles';
import { initialsOf } from './initials';
import type { Participant } from './types';

const person = (role: Participant['role'], more: Partial<Participant> = {}) =>
  ({
    id: role,
    role,
    ...{ state: 'SEATED', isCameraOn: false, rights: ['VIEW'], cameraShownToIds: [] },
    ...more,
  }) as unknown as Participant;
const ME = person('PRIMARY_CSR', { id: 'me' });
const CUSTOMER = person('PRIMARY_CUSTOMER');
const SECOND = person('SECONDARY_CUSTOMER');
const on = (who: Participant): Participant => ({ ...who, isCameraOn: true });
const roles = (me: Participant, ...others: Participant[]) => tilesOf(me, [me, ...others]).map(({ role }) => role);

describe('the small pictures', () => {
  it('are of nobody while no camera of another is on', () => {
    expect(roles(on(ME), CUSTOMER, SECOND)).toEqual([]);
    expect(tilesOf(null, [on(CUSTOMER)])).toEqual([]);
  });

  it('are of all others once one is on, cameras first, then by role', () => {
    expect(roles(ME, SECOND, person('SUPERVISOR'), CUSTOMER, on(person('ASSISTANT')))).toEqual([
      'ASSISTANT',
      'PRIMARY_CUSTOMER',
      'SECONDARY_CUSTOMER',
    ]);
  });

  it('are of nobody whose camera this viewer may not see, nor of somebody who has left', () => {
    const me = person('SECONDARY_CUSTOMER', { id: 'me' });
    expect(roles(me, on(CUSTOMER))).toEqual([]);
    expect(roles(me, { ...on(CUSTOMER), cameraShownToIds: ['me'] })).toEqual(['PRIMARY_CUSTOMER']);
    expect(roles(ME, { ...on(CUSTOMER), state: 'LEFT' })).toEqual([]);
  });

  it('are in sight while the camera is on', () => {
    expect([isInSight(ME, on(CUSTOMER)), isInSight(ME, CUSTOMER), isInSight(ME, undefined)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

it.each([
  ['Park Jihun', 'PJ'],
  ['sara', 'S'],
  ['Anna Maria van Dam', 'AD'],
  ['정민수', '정'],
  ['  ', ''],
])('the initials of “%s” are “%s”', (name, initials) => expect(initialsOf(name)).toBe(initials));
