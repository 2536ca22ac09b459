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
  api = await startTestApi();
});
afterAll(() => api.stop());

async function token(scopes: string[], life?: string, by: ApiUser = api.owner) {
  const { createApiToken } = await by.ask(MAKE, { i: { name: 't', scopes, ...(life && { life }) } });
  const user = Object.assign(api.stranger(), { sentOrigin: null, token: createApiToken.secret as string });
  const { id, createdAt, expiresAt } = createApiToken.token;
  return { user, id, lasts: expiresAt && new Date(expiresAt).getTime() - new Date(createdAt).getTime() };
}
/** The token's socket: open, then closed with a code. */
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

describe('a token', () => {
  it.each([
    ['DAYS_30', 30 * DAY],
    ['DAYS_90', 90 * DAY],
    ['YEAR', 365 * DAY],
    ['NEVER', null],
    [undefined, 90 * DAY],
  ])('made for %s works that long', async (life, lasts) => {
    expect((await token(['REPORTS_READ'], life)).lasts).toBe(lasts);
  });

  it('that has run out is refused with a code of its own, and what it follows ends', async () => {
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

describe('a session that another system starts', () => {
  it('is led by the account that it names, stands in its list, and says how it came', async () => {
    const { user } = await token(['SESSIONS_START']);
    const { user: leader, email } = await csr();
    const i = { onBehalfOf: ` ${email.toUpperCase()} `, trackingCode: 'T-1207' };
    const { startSession } = await user.ask(START, { i });
    expect(startSession.joinUrl).toBe(`${api.origin}/j/${startSession.number}`);
    const mine = 'query { sessions(filter: { mine: true }) { edges { node { id trackingCode } } } }';
    const { sessions } = await leader.ask(mine);
    expect(sessions.edges.map(({ node }: any) => node)).toEqual([{ id: startSession.id, trackingCode: 'T-1207' }]);
    const story = `query { sessionReport(sessionId: "${startSession.id}") { csrName timeline(first: 1) { ... on SessionStarted { isByIntegration } } } }`;
    const { sessionReport } = await api.owner.ask(story);
    expect(sessionReport).toEqual({ csrName: 'A CSR', timeline: [{ isByIntegration: true }] });
    expect((await api.customer(startSession.number)).state).toBe('SEATED');
    expect(await user.refusal(COUNT)).toBe('FORBIDDEN'); // it starts, and reads nothing
  });

  it('is refused without an account that could start it itself', async () => {
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

  it('is started for nobody by a token without the scope, nor by staff for others', async () => {
    const { email } = await csr();
    const { user: reader } = await token(['REPORTS_READ']);
    expect(await reader.refusal(START, { i: { onBehalfOf: email } })).toBe('FORBIDDEN');
    expect(await (await csr()).user.refusal(START, { i: { onBehalfOf: email } })).toBe('BAD_INPUT');
  });

  it('counts against what its CSR may lead at once', async () => {
    const { user } = await token(['SESSIONS_START']);
    const { email } = await csr();
    await api.setting('sessionMode', 'SINGLE');
    expect(await user.refusal(START, { i: { onBehalfOf: email } })).toBeNull();
    expect(await user.refusal(START, { i: { onBehalfOf: email } })).toBe('SESSION_LIMIT');
    await api.setting('sessionMode', 'MULTI');
  });
});
