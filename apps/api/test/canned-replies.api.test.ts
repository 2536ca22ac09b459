import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

const SAVE = 'mutation($i: SaveCannedReplyInput!) { saveCannedReply(input: $i) { id isForSite short text useCount } }';
const LIST = 'query { cannedReplies { id isForSite locale short text useCount } }';
const COUNT = 'mutation($id: ID!) { countCannedReply(id: $id) { useCount } }';
const DELETE = 'mutation($id: ID!) { deleteCannedReply(id: $id) { id } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const reply = (short: string, more = {}) => ({
  isForSite: false,
  locale: 'ko',
  short,
  text: `text of ${short}`,
  ...more,
});
const save = async (user: ApiUser, short: string, more = {}) =>
  (await user.ask(SAVE, { i: reply(short, more) })).saveCannedReply as { id: string; useCount: number };
const names = async (user: ApiUser) =>
  (await user.ask(LIST)).cannedReplies.map(({ short }: { short: string }) => short) as string[];

describe('canned replies', () => {
  it('are shared by all CSRs if they are the site’s, and private if they are a CSR’s own', async () => {
    const [one, other] = [await api.staff('CSR'), await api.staff('CSR')];
    await save(api.owner, 'ours', { isForSite: true });
    await save(one, 'mine');
    await save(other, 'theirs');
    expect(await names(one)).toEqual(['mine', 'ours']);
    expect(await names(other)).toEqual(['ours', 'theirs']);
  });

  it('of the site are changed by administrators only, and private ones by their owner only', async () => {
    const csr = await api.staff('CSR');
    const own = await save(csr, 'private');
    const { id } = await save(api.owner, 'public', { isForSite: true });
    for (const user of [csr, await api.staff('SUPERVISOR')]) {
      expect(await user.refusal(SAVE, { i: reply('more', { isForSite: true }) })).toBe('FORBIDDEN');
      expect(await user.refusal(SAVE, { i: reply('public', { id, isForSite: true }) })).toBe('FORBIDDEN');
      expect(await user.refusal(DELETE, { id })).toBe('FORBIDDEN');
      // would make the site's reply private
      expect(await user.refusal(SAVE, { i: reply('public', { id }) })).toBe('NOT_FOUND');
    }
    for (const query of [DELETE, COUNT]) expect(await api.owner.refusal(query, { id: own.id })).toBe('NOT_FOUND');
    expect(await api.owner.refusal(SAVE, { i: reply('x', { id: own.id }) })).toBe('NOT_FOUND');
    const administrator = await api.staff('ADMINISTRATOR');
    await save(administrator, 'public', { id, isForSite: true, text: 'changed' });
    await administrator.ask(DELETE, { id });
    expect(await names(csr)).not.toContain('public');
  });

  it('have unique names in each language, case-insensitively, even when two are saved at the same time', async () => {
    const csr = await api.staff('CSR');
    await save(csr, '/Hello');
    expect(await names(csr)).toContain('hello');
    expect(await csr.failure(SAVE, { i: reply('HELLO') })).toMatchObject({
      code: 'REPLY_SHORT_TAKEN',
      params: { short: 'hello' },
    });
    await save(csr, 'hello', { locale: 'en' });
    const both = await Promise.all([csr.refusal(SAVE, { i: reply('안녕') }), csr.refusal(SAVE, { i: reply('안녕') })]);
    expect(both.toSorted()).toEqual(['REPLY_SHORT_TAKEN', null]);
    expect(await csr.refusal(SAVE, { i: reply('two words') })).toBe('BAD_INPUT');
    expect(await csr.refusal(SAVE, { i: reply('x'.repeat(LIMITS.replyShort + 1)) })).toBe('BAD_INPUT');
  });

  it('refuse an unknown variable', async () => {
    const csr = await api.staff('CSR');
    const text = 'Dear {{customer.name}}, your PIN is {{customer.pin}}';
    expect(await csr.failure(SAVE, { i: reply('pin', { text }) })).toMatchObject({
      code: 'REPLY_VARIABLE_UNKNOWN',
      params: { name: 'customer.pin' },
    });
    await save(csr, 'fine', { text: 'Dear {{customer.name}}, {{csr.name}} of {{ site.name }}, {{session.number}}' });
  });

  it('count their uses, and keep the count when the text is changed', async () => {
    const csr = await api.staff('CSR');
    const { id } = await save(api.owner, 'counted', { isForSite: true });
    await Promise.all(Array.from({ length: 5 }, () => csr.ask(COUNT, { id })));
    expect((await save(api.owner, 'counted', { id, isForSite: true, text: 'new' })).useCount).toBe(5);
    expect(
      (await csr.ask(LIST)).cannedReplies.find(({ short }: { short: string }) => short === 'counted').useCount,
    ).toBe(5);
  });
});
