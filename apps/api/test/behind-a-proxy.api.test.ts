import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  it('both cookies are for HTTPS alone', async () => {
    const signedIn = await post(SIGN_IN, { i: { email: api.email, password: api.password } });
    expect(signedIn.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^tandem_staff_\d+=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/),
    ]);
    const { number } = await api.startSession();
    const joined = await post(JOIN, { n: number });
    expect(joined.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^tandem_seat_\d+_[\w-]+=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/),
    ]);
  });

  it('links lead to the address that people use', async () => {
    const { id, csr } = await api.startSession();
    csr.sentOrigin = PUBLIC;
    const { createInvitationLink } = await csr.ask(
      'mutation($s: ID!) { createInvitationLink(input: { sessionId: $s, locale: en }) { url message } }',
      { s: id },
    );
    expect(createInvitationLink.url).toMatch(/^https:\/\/help\.example\/i\/[\w-]{43}$/);
    expect(createInvitationLink.message).toContain(createInvitationLink.url);
  });

  it('a page of another address is a stranger, also one that looks like ours', async () => {
    const csr = await api.staff('CSR');
    for (const origin of ['https://help.example.evil.example', 'http://help.example', 'https://help.example:4443']) {
      csr.sentOrigin = origin;
      expect((await csr.ask('query { me { id } }')).me, origin).toBeNull();
    }
    csr.sentOrigin = PUBLIC;
    expect((await csr.ask('query { me { id } }')).me).not.toBeNull();
  });

  it('a line that the proxy keeps for later is not closed under its next request', async () => {
    const { headers } = await fetch(`${api.origin}/healthz`);
    const seconds = Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1]);
    expect(seconds).toBeGreaterThan(60);
  });

  it('browsers are told to come by HTTPS alone', async () => {
    const { headers } = await fetch(`${api.origin}/healthz`);
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
  });
});
