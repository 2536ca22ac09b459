import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './test-api.js';

const COMPLETE = 'mutation($i: CompleteFirstRunInput!) { completeFirstRun(input: $i) { name site { name locale } } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.prisma.site.updateMany({ data: { name: 'Tandem', setupCompletedAt: null } });
  api.features.sites.forget();
});

it('stores the names of the site and of its first account', async () => {
  const owner = await api.staff('OWNER');
  const input = { name: ' 김서연 ', siteName: '에이크미', locale: 'ko' };
  expect(await owner.ask(COMPLETE, { i: input })).toEqual({
    completeFirstRun: { name: '김서연', site: { name: '에이크미', locale: 'ko' } },
  });
});

it('keeps the default name when none is given, or only blanks', async () => {
  const owner = await api.staff('OWNER');
  const { me } = await owner.ask('query { me { name } }');
  for (const name of [null, '', '  ']) {
    await api.prisma.site.updateMany({ data: { setupCompletedAt: null } });
    expect((await owner.ask(COMPLETE, { i: { name, siteName: 'Acme', locale: 'en' } })).completeFirstRun.name).toBe(
      me.name,
    );
  }
});

it('refuses a name that is too long', async () => {
  const owner = await api.staff('OWNER');
  const input = { name: 'x'.repeat(LIMITS.personName + 1), siteName: 'Acme', locale: 'en' };
  expect(await owner.refusal(COMPLETE, { i: input })).toBe('BAD_INPUT');
});

it('is done once, even with two requests at the same time, and is listed in the history', async () => {
  const owner = await api.staff('OWNER');
  const before = await api.prisma.siteChange.count();
  const complete = (siteName: string) => owner.refusal(COMPLETE, { i: { siteName, locale: 'en' } });
  const refusals = await Promise.all([complete('Acme'), complete('Evil')]);
  expect(refusals.filter((code) => code === null)).toHaveLength(1);
  expect(refusals).toContain('FIRST_RUN_DONE');
  const { settingChanges } = await owner.ask('query { settingChanges { edges { node { key to changedByName } } } }');
  const names = settingChanges.edges.map(({ node }: any) => node).filter(({ key }: any) => key === 'siteName');
  expect(names[0]).toEqual({ key: 'siteName', to: refusals[0] ? 'Evil' : 'Acme', changedByName: 'A OWNER' });
  expect(await api.prisma.siteChange.count()).toBe(before + 1); // the language was not changed
});
