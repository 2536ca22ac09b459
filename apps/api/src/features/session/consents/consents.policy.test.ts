import { CONSENT_KINDS, type ConsentKind } from '@tandem/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { covers, durationsOf, isInForce, termsOf } from './consents.policy.js';

const NOW = new Date('2026-01-01T10:00:00.000Z');
const inMs = (ms: number) => new Date(NOW.getTime() + ms);

const STANDING = { endsAt: null, endedAt: null, maxUses: null, uses: 0 };

describe('a consent is good', () => {
  it.each([
    [-1, false],
    [0, false],
    [1, true],
  ])('%i ms before its end: %s', (ms, good) => expect(isInForce({ ...STANDING, endsAt: inMs(ms) }, NOW)).toBe(good));

  it.each([
    [1, 0, true],
    [1, 1, false],
    [2, 1, true],
    [2, 2, false],
    [2, 3, false],
  ])('for %i uses after %i of them: %s', (maxUses, uses, good) =>
    expect(isInForce({ ...STANDING, maxUses, uses }, NOW)).toBe(good),
  );

  it('until it is ended, whatever its time and uses say', () => {
    expect(isInForce({ ...STANDING, uses: 100 }, NOW)).toBe(true);
    expect(isInForce({ ...STANDING, endsAt: inMs(1000), endedAt: NOW }, NOW)).toBe(false);
  });
});

const asked = { kind: 'REQUEST_VIEW' as const, target: 'DESKTOP' as const, grantorIds: ['customer'], granteeId: 'csr' };
const grant = { ...asked, ...STANDING, isForAnyCsr: false };
const isCovered = (more: object, by: object = {}) => covers({ ...grant, ...by }, { ...asked, ...more }, NOW);

describe('an earlier consent spares the question', () => {
  it('for the same alone: kind, target, who asks', () => {
    expect(isCovered({})).toBe(true);
    expect(isCovered({ kind: 'SHARE_VIEW' })).toBe(false);
    expect(isCovered({ target: 'APPLICATION' })).toBe(false);
    expect(isCovered({ granteeId: 'assistant' })).toBe(false);
  });

  it('to any representative where that was said', () => {
    expect(isCovered({ granteeId: 'assistant' }, { isForAnyCsr: true })).toBe(true);
  });

  it('by everybody who would have to allow it', () => {
    expect(isCovered({ grantorIds: ['customer', 'daughter'] })).toBe(false);
    expect(isCovered({ grantorIds: ['daughter'] })).toBe(false);
    expect(isCovered({ grantorIds: ['customer'] }, { grantorIds: ['daughter', 'customer'] })).toBe(true);
  });

  it('while it is good', () => {
    expect(isCovered({}, { endedAt: NOW })).toBe(false);
    expect(isCovered({}, { endsAt: NOW })).toBe(false);
    expect(isCovered({}, { maxUses: 1, uses: 1 })).toBe(false);
  });

  describe('with a kind that covers others', () => {
    const kinds = CONSENT_KINDS as unknown as Record<string, object>;
    afterEach(() => {
      delete kinds.EVERYTHING;
      delete kinds.CONTROL;
    });

    it('those that may be covered so, of any target, and no others', () => {
      kinds.EVERYTHING = { ...CONSENT_KINDS.REQUEST_VIEW, isBlanket: true, isInBlanket: false };
      kinds.CONTROL = { ...CONSENT_KINDS.REQUEST_VIEW, isInBlanket: false };
      const blanket = { kind: 'EVERYTHING', target: null };
      expect(isCovered({}, blanket)).toBe(true);
      expect(isCovered({ target: 'APPLICATION' }, blanket)).toBe(true);
      expect(isCovered({ kind: 'SHARE_VIEW' }, blanket)).toBe(false); // to watch is agreed to each time
      expect(isCovered({ kind: 'CONTROL' }, blanket)).toBe(false);
      expect(isCovered({}, { ...blanket, grantorIds: [] })).toBe(false);
      expect(isCovered({ granteeId: 'assistant' }, blanket)).toBe(false);
      // a kind that may be covered covers nothing itself
      expect(isCovered({}, { kind: 'CONTROL' })).toBe(false);
    });
  });
});

describe('what a chosen duration means', () => {
  it.each([
    ['ONCE', { endsAt: null, maxUses: 1 }],
    ['TEN_MINUTES', { endsAt: inMs(10 * 60_000), maxUses: null }],
    ['SESSION', { endsAt: null, maxUses: null }],
  ] as const)('%s', (duration, terms) => expect(termsOf('REQUEST_VIEW', duration, NOW)).toEqual(terms));

  const kinds = CONSENT_KINDS as unknown as Record<string, object>;
  afterEach(() => void delete kinds.TWICE);
  it('for once is as many uses as the kind says, and is all where there is nothing to choose', () => {
    kinds.TWICE = { ...CONSENT_KINDS.REQUEST_VIEW, uses: 2, durations: [] };
    const kind = 'TWICE' as ConsentKind;
    expect(durationsOf(kind)).toEqual(['ONCE']);
    expect(termsOf(kind, 'ONCE', NOW)).toEqual({ endsAt: null, maxUses: 2 });
    expect(durationsOf('REQUEST_VIEW')).toEqual(['ONCE', 'TEN_MINUTES', 'SESSION']);
  });
});
