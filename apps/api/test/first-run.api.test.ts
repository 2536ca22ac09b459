import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './test-api.js';

const COMPLETE = 'mutation($i: CompleteFirstRunInput!) { completeFirstRun(input: $i) { name site { name locale } } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

it('keeps what the site and its first member of staff are called', async () => {
  const owner = await api.staff('OWNER');
  const input = { name: ' 김서연 ', siteName: '에이크미', locale: 'ko' };
  expect(await owner.ask(COMPLETE, { i: input })).toEqual({
    completeFirstRun: { name: '김서연', site: { name: '에이크미', locale: 'ko' } },
  });
});

it('leaves the name as it is when none is given, or only blanks', async () => {
  const owner = await api.staff('OWNER');
  const { me } = await owner.ask('query { me { name } }');
  for (const name of [null, '', '  '])
    expect((await owner.ask(COMPLETE, { i: { name, siteName: 'Acme', locale: 'en' } })).completeFirstRun.name).toBe(
      me.name,
    );
});

it('refuses a name that is too long', async () => {
  const owner = await api.staff('OWNER');
  const input = { name: 'x'.repeat(LIMITS.personName + 1), siteName: 'Acme', locale: 'en' };
  expect(await owner.refusal(COMPLETE, { i: input })).toBe('BAD_INPUT');
});
