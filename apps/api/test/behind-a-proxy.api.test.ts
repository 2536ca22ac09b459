import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askRaw } from './ask-raw.js';
import { startTestApi, type TestApi } from './test-api.js';

const PUBLIC = 'https://help.example';
const SIGN_IN = 'mutation($i: SignInInput!) { signIn(input: $i) { id } }';
const JOIN =
  'mutation($n: String!) { joinSession(input: { number: $n, locale: en, device: { kind: DESKTOP, browser: "b", system: "s", language: "en", timeZone: "UTC", canShareScreen: true, hasCamera: true } }) { session { id } } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ PUBLIC_URL: `${PUBLIC}/`, TRUSTED_PROXIES: '127.0.0.0/8, ::1' });
});
afterAll(() => api.stop());

const post = (query: string, variables: object, origin = PUBLIC) =>
  fetch(`${api.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'tandem-actor': 'staff', origin },
    body: JSON.stringify({ query, variables }),
  });

describe('behind a proxy that speaks HTTPS', () => {
  it('all cookies are limited to HTTPS', async () => {
    const signedIn = await post(SIGN_IN, { i: { email: api.email, password: api.password } });
    expect(signedIn.headers.getSetCookie()).toContainEqual(
      expect.stringMatching(/^tandem_staff_\d+=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/),
    );
    for (const cookie of signedIn.headers.getSetCookie()) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
    const { number } = await api.startSession();
    const joined = await post(JOIN, { n: number });
    expect(joined.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^tandem_seat_\d+_[\w-]+=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/),
    ]);
  });

  it('links use the address that people use', async () => {
    const { id, csr } = await api.startSession();
    csr.sentOrigin = PUBLIC;
    const { createInvitationLink } = await csr.ask(
      'mutation($s: ID!) { createInvitationLink(input: { sessionId: $s, locale: en }) { url message } }',
      { s: id },
    );
    expect(createInvitationLink.url).toMatch(/^https:\/\/help\.example\/i\/[\w-]{43}$/);
    expect(createInvitationLink.message).toContain(createInvitationLink.url);
  });

  it('every link uses that address, whichever address it is requested from', async () => {
    const { id, csr } = await api.startSession();
    const linksIn = (value: unknown) => JSON.stringify(value).match(/https?:\/\/[^\s"\\<)]+/g) ?? [];
    const by = { s: id };
    const user = { email: 'new@example.org', name: 'New', roleId: 'CSR', locale: 'en' };
    const forgot = { e: (await csr.ask('{ me { email } }')).me.email };
    await api.prisma.user.updateMany({ where: { email: forgot.e }, data: { firstSignInAt: new Date() } });
    for (const origin of [PUBLIC, api.origin, `http://127.0.0.1:${new URL(api.origin).port}`]) {
      csr.sentOrigin = api.owner.sentOrigin = origin;
      const stranger = Object.assign(api.stranger(), { sentOrigin: origin, forwardedFor: '198.51.100.7' });
      const received = [
        await csr.ask('query($s: ID!) { session(id: $s) { joinUrl } }', by),
        await csr.ask(
          'mutation($s: ID!) { createInvitationLink(input: { sessionId: $s, locale: en }) { url message } }',
          by,
        ),
        await csr.ask(
          'mutation($s: ID!) { inviteByEmail(input: { sessionId: $s, email: "a@example.org", locale: en }) { url message } }',
          by,
        ),
        await csr.ask(
          'mutation($s: ID!) { inviteExpert(input: { sessionId: $s, name: "E", locale: en }) { url message } }',
          by,
        ),
        await api.owner.ask('mutation($i: InviteUserInput!) { inviteUser(input: $i) { url } }', {
          i: { ...user, email: `${crypto.randomUUID()}@example.org` },
        }),
        await stranger.ask('mutation($e: String!) { forgotPassword(input: { email: $e }) }', forgot),
        await api.owner.ask(
          'query { mailPreview(input: { kind: SESSION_MESSAGE, locale: en, body: "{link} {address}" }) { text } }',
        ),
        await api.owner.ask('query { caughtMails(first: 100) { text html } }'),
      ];
      const links = linksIn(received);
      expect(links.length).toBeGreaterThan(10);
      expect(links.filter((link) => !link.startsWith(PUBLIC))).toEqual([]);
    }
    api.owner.sentOrigin = api.origin;
  });

  it('a page of another address is refused, even one that looks like ours', async () => {
    const csr = await api.staff('CSR');
    for (const origin of ['https://help.example.evil.example', 'http://help.example', 'https://help.example:4443']) {
      csr.sentOrigin = origin;
      expect((await csr.ask('query { me { id } }')).me, origin).toBeNull();
    }
    csr.sentOrigin = PUBLIC;
    expect((await csr.ask('query { me { id } }')).me).not.toBeNull();
  });

  it.each(['help.example', 'help.example:8443', 'strange.example', '127.0.0.1:4100', 'strange.example:8443'])(
    'a page at an address that is not known is told so before it takes a seat or signs in, with the Host %s',
    async (host) => {
      const { number, id } = await api.startSession();
      const send = async (query: string, variables: object, more = {}) => {
        const body = Buffer.from(JSON.stringify({ query, variables }));
        const headers = { host, origin: 'https://strange.example:8443', 'content-type': 'application/json', ...more };
        return askRaw(api.origin, 'POST', '/graphql', { headers, body });
      };
      const joined = await send(JOIN, { n: number });
      expect([joined.codes, joined.headers['set-cookie']]).toEqual([['ADDRESS_UNKNOWN'], undefined]);
      expect(joined.body.toString()).toContain(PUBLIC);
      const signedIn = await send(SIGN_IN, { i: { email: api.email, password: api.password } });
      expect(signedIn.codes).toEqual(['ADDRESS_UNKNOWN']);
      expect(await api.prisma.participant.count({ where: { sessionId: id } })).toBe(1);
    },
  );

  it('a connection that the proxy keeps open is not closed under its next request', async () => {
    const { headers } = await fetch(`${api.origin}/healthz`);
    const seconds = Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1]);
    expect(seconds).toBeGreaterThan(60);
  });

  it.each([
    ['the address that people type', 'help.example', {}, true],
    ['another one with a forwarded protocol', 'other.example', { 'x-forwarded-proto': 'https' }, true],
    ['another one without a forwarded protocol', 'other.example', {}, false],
    ['localhost, which all local programs share', 'localhost', { 'x-forwarded-proto': 'https' }, false],
    ['an IP address', '203.0.113.5', { 'x-forwarded-proto': 'https' }, false],
  ])('HSTS is sent only for hosts that are known to use HTTPS: %s (%s)', async (_what, host, headers, isSent) => {
    const { headers: answered } = await askRaw(api.origin, 'GET', '/healthz', { headers: { host, ...headers } });
    const header = answered['strict-transport-security'];
    if (isSent)
      expect(header).toBe('max-age=31536000'); // without includeSubDomains
    else expect(header).toBeUndefined();
  });

  it('on the machine itself one can sign in without HTTPS, with a cookie that browsers keep there', async () => {
    const signedIn = await post(SIGN_IN, { i: { email: api.email, password: api.password } }, api.origin);
    expect(signedIn.headers.getSetCookie().length).toBeGreaterThan(0);
    for (const cookie of signedIn.headers.getSetCookie()) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
    const { number } = await api.startSession();
    const joined = await post(JOIN, { n: number }, api.origin);
    expect(joined.headers.getSetCookie()).toEqual([expect.stringMatching(/; HttpOnly; SameSite=Lax$/)]);
  });
});

describe('the forwarded addresses that a proxy writes', () => {
  let net = 0;
  const from = (forwardedFor: string) => Object.assign(api.stranger(), { forwardedFor, sentOrigin: PUBLIC });
  const guess = (forwardedFor: string) => from(forwardedFor).refusal(JOIN, { n: '100000000' });

  it.each([
    ['ports behind them', (host: number, i: number) => `198.51.${net}.${host}:${41_000 + i}`],
    ['quotes around them', (host: number) => `"198.51.${net}.${host}"`],
    ['brackets and ports', (host: number, i: number) => `[2001:db8:${net}:${host}::7]:${50_000 + i}`],
    ['zones', (host: number, i: number) => `2001:db8:${net}:${host}::7%eth${i}`],
    ['IPv6 around IPv4', (host: number, i: number) => `[::ffff:198.51.${net}.${host}]:${i + 1}`],
    ['what the client wrote before them', (host: number, i: number) => `10.0.0.${i}, 198.51.${net}.${host}:${i + 1}`],
    ['obfuscated identifiers', (host: number) => `_hidden-${net}-${host}`],
  ])('are counted separately, with %s: a lock affects one address only', async (_what, write) => {
    net++;
    for (let i = 0; i < LIMITS.guessesPerAddress; i++) expect(await guess(write(1, i))).toBe('SESSION_NUMBER_WRONG');
    expect(await guess(write(1, 99))).toBe('JOIN_LOCKED');
    expect(await guess(write(2, 99))).toBe('SESSION_NUMBER_WRONG');
  });

  it('decide whether the networks of the staff include a client, whatever a client writes before them', async () => {
    const csr = await api.staff('CSR');
    csr.sentOrigin = api.owner.sentOrigin = PUBLIC;
    api.owner.forwardedFor = '203.0.113.7:4000';
    await api.setting('staffNetworks', ['203.0.113.0/24']);
    const me = async (forwardedFor: string) => {
      csr.forwardedFor = forwardedFor;
      return csr.refusal('query { me { id } }');
    };
    for (const outside of ['198.51.100.1:55123', '127.0.0.1, 198.51.100.1:55123', '203.0.113.7, _hidden', 'unknown'])
      expect(await me(outside), outside).toBe('NETWORK_NOT_ALLOWED');
    for (const inside of ['203.0.113.9:55123', '198.51.100.1, "203.0.113.9"', '[::ffff:203.0.113.9]:1'])
      expect(await me(inside), inside).toBeNull();
    expect(await me('127.0.0.1')).toBeNull(); // the machine itself
    await api.setting('staffNetworks', []);
    expect(
      await api.owner.refusal(
        'mutation { changeSetting(input: { key: staffNetworks, value: ["198.51.100.1"] }) { key } }',
      ),
    ).toBe('LOCKS_YOU_OUT');
  });
});
