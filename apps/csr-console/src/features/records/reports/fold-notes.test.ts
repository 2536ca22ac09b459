import type { SessionEvent } from '@tandem/session-client';
import { expect, it } from 'vitest';
import { foldNotes } from './fold-notes';

let seq = 0;
const happened = (__typename: string, participantId: string): SessionEvent => {
  seq += 1;
  const actor = { kind: 'STAFF', participantId, name: participantId };
  return { __typename, seq, at: `2026-01-01T00:00:${String(seq).padStart(2, '0')}Z`, actor } as SessionEvent;
};

it('folds what one person saved of a note on end into one line, and nothing else', () => {
  seq = 0;
  const told = [
    happened('NoteSaved', 'a'),
    happened('NoteSaved', 'a'),
    happened('NoteSaved', 'a'),
    happened('NoteSaved', 'b'),
    happened('ChatNudged', 'b'),
    happened('ChatNudged', 'b'),
    happened('NoteSaved', 'b'),
  ];
  expect(foldNotes(told).map(({ event, until }) => [event.seq, until?.slice(17, 19) ?? null])).toEqual([
    [1, '03'],
    [4, null],
    [5, null],
    [6, null],
    [7, null],
  ]);
  expect(foldNotes([])).toEqual([]);
});
