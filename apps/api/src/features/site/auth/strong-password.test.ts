import { describe, expect, it } from 'vitest';
import { assertStrongPassword } from './strong-password.js';

const kim = { email: 'hana.kim@acme.example', names: ['김하나', 'Acme Corp'] };
const refusalOf = (password: string, whose = kim) =>
  assertStrongPassword(password, whose).then(
    () => null,
    ({ code }: { code: string }) => code,
  );

describe('a password', () => {
  it.each(['password1234', '123456789012', 'abcdeabcdeabcde', 'qwertyuiop12', 'P@ssw0rd1234', 'iloveyou1234'])(
    '%s is one of the first that are tried',
    async (password) => expect(await refusalOf(password)).toBe('PASSWORD_GUESSABLE'),
  );
  it.each(['비밀번호비밀번호12', 'qlalfqjsgh12', 'dkssudgktpdy12', '안녕하세요안녕하세요'])(
    '%s is one of the first in Korean',
    async (password) => expect(await refusalOf(password.padEnd(12, '1'))).toBe('PASSWORD_GUESSABLE'),
  );
  it.each([
    'hana.kim rides on',
    'HANA.KIM-2026-11-30',
    'Tandem-2026!!',
    'tandem1234tandem',
    'AcMe Corp 2026',
    '김하나 김하나 1990',
  ])('%s is about its person, the site or the product', async (password) =>
    expect(await refusalOf(password)).toMatch(/PASSWORD_NAMES_YOU|PASSWORD_GUESSABLE/),
  );
  it.each([
    'a blue kettle sings',
    '우리집강아지는복실강아지',
    'xK9#mQ2$vL7p',
    'a tandem with three kettles',
    'two acme corp kettles sing',
  ])('%s is taken', async (password) => expect(await refusalOf(password)).toBeNull());
  it('may hold two letters that an address is made of', async () => {
    for (const email of ['a@acme.example', 'ro@acme.example', 'kim@acme.example'])
      expect(await refusalOf('a road to kimpo at noon', { email, names: [] })).toBeNull();
  });
  it('has a length', async () => {
    expect(await refusalOf('kettle sings')).toBeNull();
    expect(await refusalOf('kettle sing')).toBe('PASSWORD_TOO_WEAK');
    expect(await refusalOf('kettle sings '.repeat(20))).toBe('PASSWORD_TOO_WEAK');
  });
  it('is looked at in no more time, however long', async () => {
    await refusalOf('warm up the lists');
    const from = process.cpuUsage();
    await refusalOf('1'.repeat(200));
    expect(process.cpuUsage(from).user).toBeLessThan(500_000);
  });
});
