import { LIMITS } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import { createActs } from './acts.js';
import type { Viewer } from './viewer.js';

const seat = (participantId: string): Viewer => ({ kind: 'seat', sessionId: 's', participantId });
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Acts that end on demand. */
function setUp() {
  const acts = createActs();
  const running: { name: string; end: () => void }[] = [];
  const act = (name: string) =>
    acts.inTurn(seat(name), () => new Promise<void>((resolve) => running.push({ name, end: resolve })));
  const count = (name: string) => running.filter((each) => each.name === name).length;
  return { act, count, endOne: () => running.shift()!.end() };
}

describe('acts', () => {
  it('of one are done a few at a time, in order, and nobody else waits for them', async () => {
    const { act, count, endOne } = setUp();
    const done = Array.from({ length: 20 }, () => act('a'));
    const other = act('b');
    await settled();
    expect(count('a')).toBe(LIMITS.actsTogether);
    expect(count('b')).toBe(1);
    for (let i = 0; i < 21; i++) {
      endOne();
      await settled();
      expect(count('a')).toBeLessThanOrEqual(LIMITS.actsTogether);
    }
    await Promise.all([...done, other]);
  });

  it('beyond the budget are refused before they begin, with the time to wait', async () => {
    const { act, count } = setUp();
    const taken = Array.from({ length: LIMITS.actsAtOnce }, () => act('a'));
    await expect(act('a')).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      params: { retryAfterSeconds: 1, perSecond: LIMITS.actsPerSecond },
    });
    expect(taken).toHaveLength(LIMITS.actsAtOnce);
    expect(count('a')).toBe(LIMITS.actsTogether);
    void act('b');
    expect(count('b')).toBe(1);
  });

  it('that fail make room as those that succeed do', async () => {
    const acts = createActs();
    for (let i = 0; i < 2 * LIMITS.actsTogether; i++)
      await expect(acts.inTurn(seat('a'), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await acts.inTurn(seat('a'), async () => 'done')).toBe('done');
  });
});
