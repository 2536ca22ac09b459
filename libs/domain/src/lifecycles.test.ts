import { expect, it } from 'vitest';
import { isFinal, SHARE_LIFECYCLE, statesBefore, type ShareState } from './lifecycles.js';

const STATES = Object.keys(SHARE_LIFECYCLE) as ShareState[];

it('a state is entered from those that it may follow', () => {
  expect(statesBefore(SHARE_LIFECYCLE, 'STOPPED')).toEqual(['GRANTED', 'STARTING', 'LIVE']);
  expect(statesBefore(SHARE_LIFECYCLE, 'FAILED')).toEqual(['GRANTED', 'STARTING']);
  expect(statesBefore(SHARE_LIFECYCLE, 'ASKED')).toEqual([]);
});

it('a state is final when nothing follows it', () => {
  expect(STATES.filter((state) => isFinal(SHARE_LIFECYCLE, state))).toEqual([
    ...['STOPPED', 'REFUSED', 'EXPIRED', 'WITHDRAWN', 'FAILED'],
  ]);
});
