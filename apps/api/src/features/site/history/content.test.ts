import { describe, expect, it } from 'vitest';
import { changedParts, isSameContent } from './content.js';

describe('two states of a content', () => {
  it('are the same whatever the order of their parts, and whether an empty one is named', () => {
    expect(isSameContent({ a: '1', b: null, c: false }, { c: '', a: '1' })).toBe(true);
    expect(isSameContent({ a: '1' }, { a: '2' })).toBe(false);
  });

  it('differ in the parts that were changed, added and taken away', () => {
    expect(changedParts({ a: '1', b: 'x', d: true }, { a: '2', b: 'x', c: 'new' })).toEqual([
      { name: 'a', from: '1', to: '2' },
      { name: 'c', from: '', to: 'new' },
      { name: 'd', from: 'true', to: '' },
    ]);
  });
});
