import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createUnsentNote } from './unsent-note';

beforeEach(() => localStorage.clear());
afterEach(() => vi.resetModules());

/** The same code in another window, which has an id of its own. */
async function otherWindow(): Promise<typeof createUnsentNote> {
  vi.resetModules();
  return (await import('./unsent-note')).createUnsentNote;
}

describe('a note that was typed and not saved', () => {
  it('is taken over from every window that was left behind, and gone once it is saved', async () => {
    createUnsentNote('s', false, 'ann').keep('here');
    const other = await otherWindow();
    const there = other('s', false, 'bo');
    there.keep('there');
    expect(there.takeOver().toSorted()).toEqual(['here', 'there']);
    there.clear();
    expect(there.takeOver()).toEqual([]);
  });

  it('is not cleared by a window that has not taken it over', async () => {
    const first = createUnsentNote('s', false, 'ann');
    first.keep('here');
    (await otherWindow())('s', false, 'ann').clear();
    expect(first.takeOver()).toEqual(['here']);
  });

  it('is its own one for each session, and of private ones for each writer', () => {
    const shared = createUnsentNote('s', false, 'ann');
    const own = createUnsentNote('s', true, 'ann');
    shared.keep('shared');
    own.keep('mine');
    expect(shared.takeOver()).toEqual(['shared']);
    expect(own.takeOver()).toEqual(['mine']);
    expect(createUnsentNote('s', true, 'bo').takeOver()).toEqual([]);
    expect(createUnsentNote('t', false, 'ann').takeOver()).toEqual([]);
  });
});
