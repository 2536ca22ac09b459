import { describe, expect, it, vi } from 'vitest';
import { passwordFault, type Scored } from './strong-password.js';

const KIM = { email: 'hana.kim@acme.example', names: ['Acme', '김하나', 'Kim'] };
const faultOf = (password: string, score: Scored | number = 4, whose = KIM) =>
  passwordFault(password, whose, async () => (typeof score === 'number' ? () => score : score));

describe('a password', () => {
  it.each([
    [11, 'PASSWORD_TOO_WEAK'],
    [12, null],
    [200, null],
    [201, 'PASSWORD_TOO_WEAK'],
  ])('of %i letters: %s', async (length, fault) => expect(await faultOf('x'.repeat(length))).toBe(fault));

  it.each([
    [0, 'PASSWORD_GUESSABLE'],
    [2, 'PASSWORD_GUESSABLE'],
    [3, null],
    [4, null],
  ])('that takes guesses of the order %i: %s', async (score, fault) =>
    expect(await faultOf('a blue kettle', score)).toBe(fault),
  );

  it('is not judged by long lists where it is out by itself', async () => {
    const load = vi.fn(async () => () => 4);
    await passwordFault('short', KIM, load);
    expect(await passwordFault('so long, HANA.KIM', KIM, load)).toBe('PASSWORD_NAMES_YOU');
    expect(load).not.toHaveBeenCalled();
  });

  it.each([
    ['kim@acme.example', null],
    ['hana@acme.example', 'PASSWORD_NAMES_YOU'],
  ])('may hold the local part of %s: %s', async (email, fault) => {
    expect(await faultOf('hana kim rides on', 4, { email, names: [] })).toBe(fault);
  });

  it('is judged as it would be guessed: letters of any size and width, its first 64, with what belongs to its person', async () => {
    const judged: [string, string[]][] = [];
    const score: Scored = (password, own) => {
      judged.push([password, own]);
      return 4;
    };
    await faultOf(`ＢＩＧ ${'x'.repeat(80)}`, score);
    expect(judged).toEqual([[`big ${'x'.repeat(60)}`, ['hana.kim@acme.example', 'hana.kim']]]);
  });

  it('must be good without the names of product, site and person', async () => {
    const score: Scored = (password) => (/kettle/.test(password) ? 4 : password.length > 12 ? 3 : 0);
    expect(await faultOf('tandemtandem12', score)).toBe('PASSWORD_NAMES_YOU');
    expect(await faultOf('ACME acme 2026', score)).toBe('PASSWORD_NAMES_YOU');
    expect(await faultOf('acme kettle sings', score)).toBeNull();
    expect(await faultOf('kim kim kim 2026', score)).toBeNull(); // three letters are in everything
    expect(await faultOf('Vierteljahrhundert', score)).toBeNull();
  });
});
