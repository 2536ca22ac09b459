import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SETTING_DEFAULTS, SETTING_KEYS, type SettingKey } from '@tandem/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

const CHANGE = 'mutation($i: ChangeSettingInput!) { changeSetting(input: $i) { value isLocked scope changedByName } }';
const CHANGES =
  'query($k: SettingKey) { settingChanges(key: $k) { edges { node { id key from to isLocked isUndoable changedByName } } } }';
const UNDO = 'mutation($id: ID!) { undoSettingChange(id: $id) { value isLocked } }';
const MINE = 'mutation($v: SettingValue) { changeMySetting(key: firstView, value: $v) { key value inherited scope } }';

let api: TestApi;
let owner: ApiUser;
beforeAll(async () => {
  api = await startTestApi();
  owner = api.owner;
});
afterAll(() => api.stop());
beforeEach(() => api.prisma.siteChange.deleteMany());

const change = (input: object) => owner.ask(CHANGE, { i: input });
const failure = (input: object) => owner.failure(CHANGE, { i: input });
const changes = async (k: SettingKey | null = null) =>
  (await owner.ask(CHANGES, { k })).settingChanges.edges.map(({ node }: { node: object }) => node);
const valueOf = async (key: SettingKey) =>
  (await owner.ask('query { settings { key value } }')).settings.find((each: { key: string }) => each.key === key)
    .value;

describe('the settings of a site', () => {
  it('are all listed, each with its kind, default and scopes', async () => {
    const { settings } = await owner.ask('query { settings { key kind default scopes choices min max } }');
    expect(settings.map(({ key }: { key: string }) => key)).toEqual(SETTING_KEYS);
    expect(Object.fromEntries(settings.map((each: any) => [each.key, each.default]))).toEqual(SETTING_DEFAULTS);
    expect(settings.find(({ key }: { key: string }) => key === 'sessionMode')).toMatchObject({
      kind: 'CHOICE',
      choices: ['SINGLE', 'MULTI'],
      scopes: ['SITE'],
    });
  });

  it('take effect with the next request, also after a restart', async () => {
    await api.setting('liveSessionsPerCsr', 1);
    const csr = await api.staff('CSR');
    await api.startSession(csr);
    expect(await csr.failure('mutation { startSession { id } }')).toMatchObject({
      code: 'SESSION_LIMIT',
      params: { limit: 1 },
    });
    await api.restart();
    expect(await csr.refusal('mutation { startSession { id } }')).toBe('SESSION_LIMIT');
    await change({ key: 'liveSessionsPerCsr', value: null });
    expect(await valueOf('liveSessionsPerCsr')).toBe(SETTING_DEFAULTS.liveSessionsPerCsr);
    expect(await csr.refusal('mutation { startSession { id } }')).toBeNull();
  });

  it('include the name and the language that every page shows', async () => {
    await api.setting('siteName', 'Umbrella');
    await api.setting('siteLocale', 'ko');
    expect((await api.stranger().ask('query { site { name locale } }')).site).toEqual({
      name: 'Umbrella',
      locale: 'ko',
    });
    await api.setting('siteName', 'Acme');
    await api.setting('siteLocale', 'en');
  });

  it.each([
    ['a text for a number', { key: 'liveSessionsPerCsr', value: '4' }, { rule: 'INVALID' }],
    ['a number below its range', { key: 'liveSessionsPerCsr', value: 0 }, { rule: 'TOO_SMALL', limit: 1 }],
    ['a number above its range', { key: 'liveSessionsPerCsr', value: 51 }, { rule: 'TOO_LARGE', limit: 50 }],
    ['an unknown choice', { key: 'sessionMode', value: 'TRIPLE' }, { rule: 'INVALID' }],
    ['a list with a very long line', { key: 'sessionTypes', value: ['x'.repeat(1000)] }, { rule: 'TOO_LONG' }],
    [
      'a list that is too long',
      { key: 'sessionTypes', value: Array.from({ length: 51 }, (_, i) => `t${i}`) },
      { rule: 'TOO_LARGE', limit: 50 },
    ],
    ['a text for a list', { key: 'sessionTypes', value: 'Printer' }, { rule: 'INVALID' }],
    ['a name of spaces only', { key: 'siteName', value: '   ' }, { rule: 'REQUIRED' }],
  ])('refuse %s', async (_what, input, field) => {
    expect(await failure(input)).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'value', ...field }] });
    expect(await changes()).toEqual([]);
  });

  it('refuse a lock of a setting that nobody else can decide', async () => {
    expect(await failure({ key: 'sessionMode', isLocked: true })).toMatchObject({ fields: [{ path: 'isLocked' }] });
  });

  it('are visible but read-only for an administrator who may only read', async () => {
    const reader = await api.staff('READ_ONLY_ADMINISTRATOR');
    expect((await reader.ask('query { settings { key } }')).settings).toHaveLength(SETTING_KEYS.length);
    expect(await reader.refusal(CHANGE, { i: { key: 'sessionMode', value: 'SINGLE' } })).toBe('FORBIDDEN');
  });

  it('are each covered by a test that sets them and checks their effect', () => {
    const root = path.resolve(import.meta.dirname, '../../..');
    const tests = ['apps/api/test', 'apps/csr-console/src', 'apps/customer-portal/src', 'e2e/journeys'].flatMap(
      (folder) =>
        readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.(?:test|spec)\.ts$/.test(name))
          .map((name) => readFileSync(path.join(root, folder, name), 'utf8')),
    );
    const unproved = SETTING_KEYS.filter((key) => !tests.some((text) => text.includes(`setting('${key}'`)));
    expect(unproved).toEqual([]);
  });
});

describe('the history of settings', () => {
  it('lists who changed what from what to what, newest first, and no unchanged values', async () => {
    await change({ key: 'sessionMode', value: 'SINGLE' });
    await change({ key: 'sessionMode', value: 'SINGLE' });
    await change({ key: 'sessionMode', value: 'MULTI' });
    expect(await changes('sessionMode')).toMatchObject([
      { key: 'sessionMode', from: 'SINGLE', to: 'MULTI', changedByName: 'Owner' },
      { key: 'sessionMode', from: 'MULTI', to: 'SINGLE' },
    ]);
  });

  it('undoes a change that still applies, and records the undo as a change', async () => {
    await change({ key: 'liveSessionsPerCsr', value: 7 });
    const [{ id }] = await changes();
    expect((await owner.ask(UNDO, { id })).undoSettingChange.value).toBe(4);
    expect(await changes()).toMatchObject([
      { from: 7, to: 4, isUndoable: true },
      { from: 4, to: 7, isUndoable: false },
    ]);
  });

  it('does not undo a value that somebody has changed since', async () => {
    await change({ key: 'liveSessionsPerCsr', value: 7 });
    const [{ id }] = await changes();
    await change({ key: 'liveSessionsPerCsr', value: 9 });
    expect(await owner.refusal(UNDO, { id })).toBe('SETTING_CHANGED_MEANWHILE');
    expect(await valueOf('liveSessionsPerCsr')).toBe(9);
    await change({ key: 'liveSessionsPerCsr', value: null });
  });

  it('contains every one of many simultaneous changes, each starting from the one before', async () => {
    await Promise.all([5, 6, 7, 8, 9].map((value) => change({ key: 'liveSessionsPerCsr', value })));
    const rows = (await changes()) as { from: number; to: number }[];
    expect(rows).toHaveLength(5);
    expect(new Set(rows.map(({ from }) => from)).size).toBe(5);
    await change({ key: 'liveSessionsPerCsr', value: null });
  });

  it('is paged', async () => {
    for (const value of [5, 6, 7]) await change({ key: 'liveSessionsPerCsr', value });
    const page =
      'query($a: String) { settingChanges(first: 2, after: $a) { edges { node { to } } pageInfo { endCursor hasNextPage } } }';
    const { settingChanges: first } = await owner.ask(page);
    expect(first).toMatchObject({ edges: [{ node: { to: 7 } }, { node: { to: 6 } }], pageInfo: { hasNextPage: true } });
    const { settingChanges: second } = await owner.ask(page, { a: first.pageInfo.endCursor });
    expect(second).toMatchObject({ edges: [{ node: { to: 5 } }], pageInfo: { hasNextPage: false } });
    await change({ key: 'liveSessionsPerCsr', value: null });
  });
});

describe('a setting that the site leaves to its staff', () => {
  it('is overridden by an account’s own value until that is removed', async () => {
    const csr = await api.staff('CSR');
    const other = await api.staff('CSR');
    const mine = async (user: ApiUser) => (await user.ask('query { mySettings { key value scope } }')).mySettings;
    await csr.ask(MINE, { v: 'ACTUAL' });
    expect(await mine(csr)).toMatchObject([{ key: 'firstView', value: 'ACTUAL', scope: 'USER' }]);
    expect(await mine(other)).toMatchObject([{ value: 'FIT', scope: null }]);
    await api.setting('firstView', 'ACTUAL');
    expect(await mine(other)).toMatchObject([{ value: 'ACTUAL', scope: 'SITE' }]);
    expect((await csr.ask(MINE, { v: 'FIT' })).changeMySetting).toMatchObject([{ value: 'FIT', inherited: 'ACTUAL' }]);
    expect((await csr.ask(MINE, { v: null })).changeMySetting).toMatchObject([{ value: 'ACTUAL', scope: 'SITE' }]);
    await api.setting('firstView', 'FIT');
  });

  it('is not overridden while it is locked, and is again after it is unlocked', async () => {
    const csr = await api.staff('CSR');
    await csr.ask(MINE, { v: 'ACTUAL' });
    expect((await change({ key: 'firstView', isLocked: true })).changeSetting).toMatchObject({ isLocked: true });
    expect(await csr.refusal(MINE, { v: 'ACTUAL' })).toBe('SETTING_LOCKED');
    expect((await csr.ask('query { mySettings { value isLocked } }')).mySettings).toEqual([
      { value: 'FIT', isLocked: true },
    ]);
    const [{ id }] = await changes();
    await owner.ask(UNDO, { id });
    expect((await csr.ask('query { mySettings { value isLocked } }')).mySettings).toEqual([
      { value: 'ACTUAL', isLocked: false },
    ]);
  });

  it('cannot be one that only the site decides', async () => {
    const csr = await api.staff('CSR');
    expect(
      await csr.failure('mutation { changeMySetting(key: sessionMode, value: "SINGLE") { value } }'),
    ).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'key' }] });
  });
});
