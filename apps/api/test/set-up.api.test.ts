import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { freePort } from './free-port.js';
import { startMailServer } from './mail-server.js';
import { startTestApi, type TestApi } from './test-api.js';
import { within } from '../../../tools/test/patience.mjs';

const SET_UP = 'query { setUp { isPutAway steps { kind isDone } } }';
const PUT_AWAY = 'mutation { putSetUpAway { isPutAway } }';

const FROM = { MAIL_FROM: 'Acme <support@acme.example>' };

let api: TestApi;
let other: TestApi | null = null;
beforeAll(async () => {
  api = await startTestApi();
});
afterEach(async () => {
  await other?.stop();
  other = null;
});
afterAll(() => api.stop());

/** The steps that are done, in the order of the list. */
async function done(who: ApiUser): Promise<string[]> {
  const { setUp } = await who.ask(SET_UP);
  return setUp.steps.filter(({ isDone }: any) => isDone).map(({ kind }: any) => kind);
}

it('lists the state of every step, with the next suggestion', async () => {
  const { owner } = api;
  const { setUp } = await owner.ask(SET_UP);
  expect(setUp.isPutAway).toBe(false);
  expect(setUp.steps.map(({ kind }: any) => kind)).toEqual([
    'ADDRESS',
    'MAIL_SERVER',
    'OWN_EMAIL',
    'PEOPLE',
    'LOOK',
    'PRACTICE',
  ]);
  expect(await done(owner)).toEqual([]);

  await owner.ask('mutation { finishGuide { id } }');
  expect(await done(owner)).toEqual(['PRACTICE']);
  await owner.ask('mutation { changeBranding(input: { accent: "#0f5c5c", texts: [] }) { changedAt } }');
  expect(await done(owner)).toEqual(['LOOK', 'PRACTICE']);
  await owner.ask('mutation($i: InviteUserInput!) { inviteUser(input: $i) { url } }', {
    i: { email: 'invited@acme.example', name: 'Invited', roleId: 'CSR', locale: 'en' },
  });
  expect(await done(owner)).toEqual(['LOOK', 'PRACTICE']); // an invited person has not joined yet
  await api.prisma.user.updateMany({ where: { email: 'invited@acme.example' }, data: { firstSignInAt: new Date() } });
  expect(await done(owner)).toEqual(['PEOPLE', 'LOOK', 'PRACTICE']);
  await api.prisma.user.updateMany({ where: { email: api.email }, data: { email: 'me@acme.example' } });
  expect(await done(owner)).toEqual(['OWN_EMAIL', 'PEOPLE', 'LOOK', 'PRACTICE']);
  await api.prisma.user.updateMany({ where: { email: 'me@acme.example' }, data: { email: api.email } });
  expect(await done(owner)).toEqual(['PEOPLE', 'LOOK', 'PRACTICE']); // the state is computed, not stored
});

it('can be dismissed for one account, also after a restart, and brought back', async () => {
  const colleague = await api.staff('OWNER');
  expect(await colleague.ask(PUT_AWAY)).toEqual({ putSetUpAway: { isPutAway: true } });
  await api.restart();
  expect((await colleague.ask(SET_UP)).setUp.isPutAway).toBe(true);
  expect((await api.owner.ask(SET_UP)).setUp.isPutAway).toBe(false);
  await colleague.ask('mutation { putSetUpAway(isAway: false) { isPutAway } }');
  expect((await colleague.ask(SET_UP)).setUp.isPutAway).toBe(false);
});

it('is shown to owners only', async () => {
  for (const role of ['ADMINISTRATOR', 'READ_ONLY_ADMINISTRATOR', 'CSR'] as const) {
    const user = await api.staff(role);
    expect([role, await user.refusal(SET_UP), await user.refusal(PUT_AWAY)]).toEqual([role, 'FORBIDDEN', 'FORBIDDEN']);
  }
  expect(await api.stranger().refusal(SET_UP)).toBe('UNAUTHENTICATED');
});

it('counts an address that others can reach, and a mail server that accepts our password', async () => {
  const server = await startMailServer();
  other = await startTestApi({ PUBLIC_URL: 'https://help.acme.example', ...FROM, SMTP_URL: server.url });
  const { owner } = other;
  await expect
    .poll(async () => (await owner.ask('{ mailServer { state } }')).mailServer.state, { timeout: within(5000) })
    .toBe('WORKS');
  expect(await done(owner)).toEqual(['ADDRESS', 'MAIL_SERVER']);
  await other.stop();
  other = null;
  await server.stop();
});

it('does not count a mail server that is unreachable', async () => {
  other = await startTestApi({ ...FROM, SMTP_URL: `smtp://127.0.0.1:${await freePort()}` });
  const { owner } = other;
  await expect
    .poll(async () => (await owner.ask('{ mailServer { state } }')).mailServer.state, { timeout: within(5000) })
    .toBe('UNREACHABLE');
  expect(await done(owner)).toEqual([]);
});
