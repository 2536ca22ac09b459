import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

const MAKE =
  'mutation($i: CreateApiTokenInput!) { createApiToken(input: $i) { secret token { id createdAt expiresAt } } }';
const COUNT = 'query { sessions { totalCount } }';
const START = 'mutation($i: StartSessionInput) { startSession(input: $i) { id number joinUrl } }';
const DAY = 24 * 3_600_000;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ TRUSTED_PROXIES: '127.0.0.1,::1' });
});
afterAll(() => api.stop());

async function token(scopes: string[], life?: string, by: ApiUser = api.owner) {
  const { createApiToken } = await by.ask(MAKE, { i: { name: 't', scopes, ...(life && { life }) } });
  const user = Object.assign(api.stranger(), { sentOrigin: null, token: createApiToken.secret as string });
  const { id, createdAt, expiresAt } = createApiToken.token;
  return { user, id, lasts: expiresAt && new Date(expiresAt).getTime() - new Date(createdAt).getTime() };
}
/** The token's socket: opened, then closed with a code. */
function connect({ token: secret }: ApiUser): { connected: Promise<void>; closed: Promise<number> } {
  const connected = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<number>();
  createClient({
    url: `${api.origin.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${secret}` },
    lazy: false,
    retryAttempts: 0,
    onNonLazyError: () => undefined,
    on: { connected: () => connected.resolve(), closed: (event) => closed.resolve((event as CloseEvent).code) },
  });
  return { connected: connected.promise, closed: closed.promise };
}
async function csr(role = 'CSR'): Promise<{ user: ApiUser; email: string }> {
  const user = await api.staff(role);
  return { user, email: (await user.ask('query { me { email } }')).me.email };
}

describe('an API token', () => {
  it.each([
    ['DAYS_30', 30 * DAY],
    ['DAYS_90', 90 * DAY],
    ['YEAR', 365 * DAY],
    ['NEVER', null],
    [undefined, 90 * DAY],
  ])('made for %s is valid for that time', async (life, lasts) => {
    expect((await token(['REPORTS_READ'], life)).lasts).toBe(lasts);
  });

  it('that has expired is refused with its own code, and its subscriptions end', async () => {
    const { user } = await token(['REPORTS_READ', 'SESSIONS_START'], 'DAYS_30');
    const forever = await token(['REPORTS_READ'], 'NEVER');
    expect(await user.refusal(COUNT)).toBeNull();
    const { connected, closed } = connect(user);
    await connected;
    api.clock.turn(30 * DAY + 1000);
    expect(await user.refusal(COUNT)).toBe('TOKEN_EXPIRED');
    await api.sweep();
    expect(await closed).toBe(4403);
    expect(await forever.user.refusal(COUNT)).toBeNull();
    await api.owner.ask('mutation($i: SignInInput!) { signIn(input: $i) { id } }', {
      i: { email: api.email, password: api.password },
    });
  });
});

describe('the account that made a token', () => {
  const LIST = 'query { apiTokens { id createdByName isBound hasEnded revokedAt } }';
  async function administrator() {
    const user = await api.staff('ADMINISTRATOR');
    return { user, id: (await user.ask('query { me { id } }')).me.id as string };
  }
  const listed = async (id: string) => (await api.owner.ask(LIST)).apiTokens.find((each: any) => each.id === id);

  it('is named in the list of tokens', async () => {
    const { user } = await administrator();
    expect(await listed((await token(['REPORTS_READ'], 'NEVER', user)).id)).toMatchObject({
      createdByName: 'A ADMINISTRATOR',
      isBound: true,
      hasEnded: false,
      revokedAt: null,
    });
  });

  it('takes the token along when it is disabled: immediately, with its subscriptions, and permanently', async () => {
    const { user, id } = await administrator();
    const made = await token(['REPORTS_READ', 'SESSIONS_START'], 'NEVER', user);
    expect(await made.user.refusal(COUNT)).toBeNull();
    const { connected, closed } = connect(made.user);
    await connected;
    await api.owner.ask('mutation($id: ID!) { disableUser(id: $id) { id } }', { id });
    expect(await closed).toBe(4403);
    expect(await made.user.refusal(COUNT)).toBe('UNAUTHENTICATED');
    expect(await listed(made.id)).toMatchObject({ hasEnded: true, createdByName: 'A ADMINISTRATOR' });
    await api.owner.ask('mutation($id: ID!) { enableUser(id: $id) { id } }', { id });
    expect(await made.user.refusal(COUNT)).toBe('UNAUTHENTICATED');
  });

  it('takes the token along when its new role could not make the token', async () => {
    const { user, id } = await administrator();
    const made = await token(['SESSIONS_START'], 'NEVER', user);
    const change = 'mutation($i: ChangeUserInput!) { changeUser(input: $i) { id } }';
    await api.owner.ask(change, { i: { id, name: 'Kim' } });
    expect(await made.user.refusal(COUNT)).toBe('FORBIDDEN'); // still valid: it may start sessions, but read none
    await api.owner.ask(change, { i: { id, roleId: 'CSR' } });
    expect(await made.user.refusal(COUNT)).toBe('UNAUTHENTICATED');
    expect(await listed(made.id)).toMatchObject({ hasEnded: true });
  });

  it('takes the token along when permissions are removed from its role', async () => {
    const save = 'mutation($i: SaveRoleInput!) { saveRole(input: $i) { id } }';
    const role = { name: 'Integrations', permissions: ['tokens.manage', 'reports.readAll'] };
    const { saveRole } = await api.owner.ask(save, { i: role });
    const user = await api.staff(saveRole.id);
    const made = await token(['REPORTS_READ'], 'NEVER', user);
    const unused = await token(['REPORTS_READ'], 'NEVER', user);
    expect(await made.user.refusal(COUNT)).toBeNull();
    await api.owner.ask(save, { i: { ...role, id: saveRole.id, permissions: ['tokens.manage'] } });
    expect(await made.user.refusal(COUNT)).toBe('UNAUTHENTICATED');
    await api.sweep();
    expect(await listed(unused.id)).toMatchObject({ hasEnded: true });
  });
});

describe('the networks of the staff', () => {
  it('apply to a token, unless it was made for use elsewhere', async () => {
    const bound = await token(['REPORTS_READ']);
    const { createApiToken } = await api.owner.ask(MAKE, {
      i: { name: 'cloud', scopes: ['REPORTS_READ'], isBound: false },
    });
    const free = Object.assign(api.stranger(), { sentOrigin: null, token: createApiToken.secret as string });
    bound.user.forwardedFor = free.forwardedFor = '203.0.113.9';
    expect(await bound.user.refusal(COUNT)).toBeNull();
    await api.setting('staffNetworks', ['198.51.100.0/24']);
    expect(await bound.user.refusal(COUNT)).toBe('NETWORK_NOT_ALLOWED');
    expect(await free.refusal(COUNT)).toBeNull();
    bound.user.forwardedFor = '198.51.100.7';
    expect(await bound.user.refusal(COUNT)).toBeNull();
    await api.setting('staffNetworks', []);
  });
});

describe('a session that another system starts', () => {
  it('is led by the account that the request names, is in its list, and records its origin', async () => {
    const { user } = await token(['SESSIONS_START']);
    const { user: leader, email } = await csr();
    const i = { onBehalfOf: ` ${email.toUpperCase()} `, trackingCode: 'T-1207' };
    const { startSession } = await user.ask(START, { i });
    expect(startSession.joinUrl).toBe(`${api.origin}/j/${startSession.number}`);
    const mine = 'query { sessions(filter: { mine: true }) { edges { node { id trackingCode } } } }';
    const { sessions } = await leader.ask(mine);
    expect(sessions.edges.map(({ node }: any) => node)).toEqual([{ id: startSession.id, trackingCode: 'T-1207' }]);
    const query = `query { sessionReport(sessionId: "${startSession.id}") { csrName timeline(first: 1) { ... on SessionStarted { isByIntegration } } } }`;
    const { sessionReport } = await api.owner.ask(query);
    expect(sessionReport).toEqual({ csrName: 'A CSR', timeline: [{ isByIntegration: true }] });
    expect((await api.customer(startSession.number)).state).toBe('SEATED');
    expect(await user.refusal(COUNT)).toBe('FORBIDDEN'); // it may start sessions, but read nothing
  });

  it('is refused for an account that could not start it itself', async () => {
    const { user } = await token(['SESSIONS_START']);
    const off = await csr();
    await api.prisma.user.updateMany({ where: { email: off.email }, data: { disabledAt: new Date() } });
    const auditor = await csr('AUDITOR');
    for (const [onBehalfOf, rule] of [
      [null, 'REQUIRED'],
      ['nobody@example.org', 'INVALID'],
      [off.email, 'INVALID'],
      [auditor.email, 'INVALID'],
    ])
      expect(await user.failure(START, { i: { onBehalfOf } }), String(onBehalfOf)).toMatchObject({
        code: 'BAD_INPUT',
        fields: [{ path: 'onBehalfOf', rule }],
      });
  });

  it('needs a token with the scope; staff cannot start sessions for others', async () => {
    const { email } = await csr();
    const { user: reader } = await token(['REPORTS_READ']);
    expect(await reader.refusal(START, { i: { onBehalfOf: email } })).toBe('FORBIDDEN');
    expect(await (await csr()).user.refusal(START, { i: { onBehalfOf: email } })).toBe('BAD_INPUT');
  });

  it('counts towards the CSR’s limit of live sessions', async () => {
    const { user } = await token(['SESSIONS_START']);
    const { email } = await csr();
    await api.setting('sessionMode', 'SINGLE');
    expect(await user.refusal(START, { i: { onBehalfOf: email } })).toBeNull();
    expect(await user.refusal(START, { i: { onBehalfOf: email } })).toBe('SESSION_LIMIT');
    await api.setting('sessionMode', 'MULTI');
  });
});
