// @vitest-environment node
import { expect, it } from 'vitest';
import { NoteMerging } from './note-merging';

function start() {
  const log: string[] = [];
  const merging = new NoteMerging({ merge: (update) => void log.push(update) });
  const field = { before: () => void log.push('before'), after: () => void log.push('after') };
  return { log, merging, field };
}

it('the field is notified before and after each merge while it is attached', () => {
  const { log, merging, field } = start();
  merging.merge('a');
  merging.attach(field);
  merging.merge('b');
  merging.attach(null);
  merging.merge('c');
  expect(log).toEqual(['a', 'before', 'b', 'after', 'c']);
});

it('updates wait while a syllable is composed, and are then merged in their order', () => {
  const { log, merging } = start();
  merging.pause();
  merging.merge('a');
  merging.pause(); // a second composition starts
  merging.merge('b');
  expect(log).toEqual([]);
  merging.resume();
  expect(log).toEqual(['a', 'b']);
  merging.resume();
  merging.merge('c');
  expect(log).toEqual(['a', 'b', 'c']);
});
