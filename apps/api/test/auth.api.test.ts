import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { openRawSocket } from './raw-socket.js';
import { startTestApi, type TestApi } from './test-api.js';
import { within } from '../../../tools/test/patience.mjs';

const SIGN_IN = 'mutation($i: SignInInput!) { signIn(input: $i) { id } }';
const ME = 'query { me { id } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ TRUSTED_PROXIES: '127.0.0.1,::1' });
});
afterAll(() => api.stop());

let host = 0;
const somebody = () => {
  const user = api.stranger();
  user.actor = 'staff';
  user.forwardedFor = `198.51.100.${(++host % 250) + 1}`;
  return user;
};

/** The same account from another network. */
const elsewhere = () => {
  const user = somebody();
  user.forwardedFor = `10.${++host >> 8}.${host & 255}.7`;
  return user;
};

describe('signing in', () => {
  it('answers a wrong password and an unknown account in the same way', async () => {
    expect(await somebody().refusal(SIGN_IN, { i: { email: api.email, password: 'not the password' } })).toBe(
      'SIGN_IN_FAILED',
    );
    expect(await somebody().refusal(SIGN_IN, { i: { email: 'ghost@localhost', password: 'not the password' } })).toBe(
      'SIGN_IN_FAILED',
    );
  });

  it('locks an account for a while, for one network, after five wrong passwords from it', async () => {
    const csr = await api.staff('CSR');
    const { me } = await csr.ask('query { me { email } }');
    for (let i = 0; i < LIMITS.signInTriesPerAccount; i++)
      await somebody().refusal(SIGN_IN, { i: { email: me.email, password: 'wrong' } });
    const right = { i: { email: me.email, password: api.password } };
    expect(await somebody().refusal(SIGN_IN, right)).toBe('SIGN_IN_LOCKED');
    expect(await elsewhere().refusal(SIGN_IN, right)).toBeNull();
    // a right password elsewhere does not reset the count here
    expect(await somebody().refusal(SIGN_IN, right)).toBe('SIGN_IN_LOCKED');
    api.clock.turn(LIMITS.signInWindow + 1000);
    expect(await somebody().refusal(SIGN_IN, right)).toBeNull();
  });

  it('accepts a browser that the account has used before, however often others guess', async () => {
    const { me } = await (await api.staff('CSR')).ask('query { me { email } }');
    const right = { i: { email: me.email, password: api.password } };
    const own = somebody();
    await own.ask(SIGN_IN, right);
    await own.ask('mutation { signOut }');
    const neighbour = somebody();
    neighbour.forwardedFor = own.forwardedFor;
    for (let i = 0; i < LIMITS.signInTriesPerAddress; i++)
      await neighbour.refusal(SIGN_IN, { i: { email: i % 2 ? me.email : `ghost${i}@localhost`, password: 'wrong' } });
    expect(await neighbour.refusal(SIGN_IN, right)).toBe('SIGN_IN_LOCKED');
    expect(await own.refusal(SIGN_IN, right)).toBeNull();
  });

  it('counts the wrong passwords of such a browser separately', async () => {
    const { me } = await (await api.staff('CSR')).ask('query { me { email } }');
    const right = { i: { email: me.email, password: api.password } };
    const own = somebody();
    await own.ask(SIGN_IN, right);
    for (let i = 0; i < LIMITS.signInTriesPerAccount; i++)
      expect(await own.refusal(SIGN_IN, { i: { email: me.email, password: 'wrong' } })).toBe('SIGN_IN_FAILED');
    expect(await own.refusal(SIGN_IN, right)).toBe('SIGN_IN_LOCKED');
    expect(await somebody().refusal(SIGN_IN, right)).toBeNull();
    // its cookie is worthless for another account
    const other = await (await api.staff('CSR')).ask('query { me { email } }');
    for (let i = 0; i < LIMITS.signInTriesPerAccount; i++)
      await somebody().refusal(SIGN_IN, { i: { email: other.me.email, password: 'wrong' } });
    expect(await own.refusal(SIGN_IN, { i: { email: other.me.email, password: api.password } })).toBe('SIGN_IN_LOCKED');
  });

  it('delays attempts at an account with very many wrong passwords, and never refuses the right one', async () => {
    const { me } = await (await api.staff('CSR')).ask('query { me { email } }');
    for (let i = 0; i < LIMITS.signInTriesEverywhere; i++)
      await elsewhere().refusal(SIGN_IN, { i: { email: me.email, password: 'wrong' } });
    const asked = performance.now();
    expect(await elsewhere().refusal(SIGN_IN, { i: { email: me.email, password: api.password } })).toBeNull();
    expect(performance.now() - asked).toBeGreaterThan(LIMITS.guessDelay - 50);
  });

  it('gives a browser a new mark for each account, so that a planted mark is worthless', async () => {
    const { me } = await (await api.staff('CSR')).ask('query { me { email } }');
    const attacker = await (await api.staff('CSR')).ask('query { me { email } }');
    const planted = somebody();
    await planted.ask(SIGN_IN, { i: { email: attacker.me.email, password: api.password } });
    const victim = somebody().takeCookiesOf(planted);
    await victim.ask(SIGN_IN, { i: { email: me.email, password: api.password } });
    for (let i = 0; i < LIMITS.signInTriesPerAccount; i++)
      await somebody().refusal(SIGN_IN, { i: { email: me.email, password: 'wrong' } });
    const right = { i: { email: me.email, password: api.password } };
    expect(await planted.refusal(SIGN_IN, right)).toBe('SIGN_IN_LOCKED');
    expect(await victim.refusal(SIGN_IN, right)).toBeNull();
    expect(await victim.refusal(SIGN_IN, { i: { email: attacker.me.email, password: api.password } })).toBeNull();
  });

  it('locks an IP address after many wrong passwords, even with correct sign-ins in between', async () => {
    const insider = await (await api.staff('CSR')).ask('query { me { email } }');
    const target = await (await api.staff('CSR')).ask('query { me { email } }');
    const guesser = somebody();
    const guess = (email: string) => guesser.refusal(SIGN_IN, { i: { email, password: 'wrong' } });
    for (let i = 0; i < LIMITS.signInTriesPerAddress; i++) {
      if (i % 10 === 5) await guesser.ask(SIGN_IN, { i: { email: insider.me.email, password: api.password } });
      expect(await guess(`ghost${i}@localhost`)).toBe('SIGN_IN_FAILED');
    }
    expect(await guess('ghost@localhost')).toBe('SIGN_IN_LOCKED');
    // and while locked, it locks nobody else's account
    for (let i = 0; i < LIMITS.signInTriesPerAccount; i++) expect(await guess(target.me.email)).toBe('SIGN_IN_LOCKED');
    expect(await somebody().refusal(SIGN_IN, { i: { email: target.me.email, password: api.password } })).toBeNull();
  });

  it('counts attempts that arrive at the same time', async () => {
    const { me } = await (await api.staff('CSR')).ask('query { me { email } }');
    const guesses = Array.from({ length: 12 }, () =>
      somebody().refusal(SIGN_IN, { i: { email: me.email, password: 'wrong' } }),
    );
    const failed = (await Promise.all(guesses)).filter((code) => code === 'SIGN_IN_FAILED');
    expect(failed).toHaveLength(LIMITS.signInTriesPerAccount);
  });

  it('sets a cookie that scripts cannot read and that is valid only with our own Origin', async () => {
    const response = await fetch(`${api.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.origin, 'tandem-actor': 'staff' },
      body: JSON.stringify({ query: SIGN_IN, variables: { i: { email: api.email, password: api.password } } }),
    });
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const user = api.stranger().takeCookiesOf(api.owner);
    user.actor = 'staff';
    expect((await user.ask(ME)).me).not.toBeNull();
    user.sentOrigin = 'https://evil.example';
    expect((await user.ask(ME)).me).toBeNull();
    user.sentOrigin = null;
    expect((await user.ask(ME)).me).toBeNull();
  });

  it('ends after thirty days, even with constant use', async () => {
    const csr = await api.staff('CSR');
    for (let day = 0; day < 30; day += 5) {
      expect((await csr.ask(ME)).me).not.toBeNull();
      api.clock.turn(5 * 24 * 3_600_000);
    }
    expect((await csr.ask(ME)).me).toBeNull();
  });

  it('ends after a week without use', async () => {
    const csr = await api.staff('CSR');
    api.clock.turn(LIMITS.staffSessionIdle + 1000);
    expect((await csr.ask(ME)).me).toBeNull();
  });
});

describe('signing out everywhere', () => {
  it('closes open sockets within two seconds and refuses the cookie', async () => {
    const { id, csr } = await api.startSession();
    const stream = csr.follow(id);
    await expect.poll(() => stream.events.length).toBeGreaterThan(0);
    const other = api.stranger().takeCookiesOf(csr);
    other.actor = 'staff';
    const asked = Date.now();
    await csr.ask('mutation { signOutEverywhere }');
    await stream.done;
    expect(Date.now() - asked).toBeLessThan(within(2000));
    expect((await other.ask(ME)).me).toBeNull();
  });
});

/** Creates a token that reads reports. Earlier tests may have signed the owner out. */
async function newIntegrator(): Promise<{ integrator: ApiUser; tokenId: string }> {
  const create = 'mutation { createApiToken(input: { name: "t", scopes: [REPORTS_READ] }) { secret token { id } } }';
  const { createApiToken } = await api.owner.ask(create).catch(async () => {
    await api.owner.ask(SIGN_IN, { i: { email: api.email, password: api.password } });
    return api.owner.ask(create);
  });
  const integrator = api.stranger();
  integrator.sentOrigin = null;
  integrator.token = createApiToken.secret;
  return { integrator, tokenId: createApiToken.token.id };
}

describe('revocation', () => {
  const EVENTS = 'subscription($id: ID!) { sessionEvents(sessionId: $id, after: 0) { seq } }';

  it('of a token closes its sockets within two seconds', async () => {
    const { integrator, tokenId } = await newIntegrator();
    const socket = await openRawSocket(integrator);
    expect(socket.isLetIn).toBe(true);
    await api.owner.ask('mutation($id: ID!) { revokeApiToken(id: $id) { id } }', { id: tokenId });
    await expect.poll(() => socket.closed, { timeout: within(2000) }).toBe(4403);
  });

  it.each(['leaves', 'is replaced', 'is there at the end of the session'])(
    'of a seat closes its sockets within two seconds, after an event with the reason: the customer %s',
    async (what) => {
      const { id, number, csr } = await api.startSession();
      const customer = await api.customer(number);
      const socket = await openRawSocket(customer);
      socket.subscribe('1', EVENTS.replace('seq', '__typename seq'), { id });
      await expect.poll(() => socket.of('1', 'next').length).toBeGreaterThan(0);
      if (what === 'leaves') await customer.ask('mutation($id: ID!) { leaveSession(sessionId: $id) }', { id });
      else if (what === 'is replaced')
        await csr.ask('mutation($p: ID!) { seatParticipant(participantId: $p) { id } }', {
          p: (await api.customer(number)).participantId,
        });
      else await csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id });
      await expect.poll(() => socket.closed, { timeout: within(2000) }).toBe(4403);
      const types = socket.of('1', 'next').map(({ payload }) => payload.data?.sessionEvents.__typename as string);
      expect(types.join()).toMatch(/ParticipantLeft|ParticipantReplaced|SessionEnded/);
      expect(await customer.refusal('query($id: ID!) { session(id: $id) { id } }', { id })).toMatch(
        /SEAT_CLOSED|SESSION_ENDED/,
      );
    },
  );
});

describe('a printed first password', () => {
  it('permits nothing but choosing a new one', async () => {
    const reset = await api.features.auth.firstAccount.reset(await api.features.sites.ensureFirst(), api.email);
    const user = somebody();
    await user.ask(SIGN_IN, { i: reset });
    expect(await user.refusal('mutation { startSession { id } }')).toBe('PASSWORD_MUST_CHANGE');
    const change = 'mutation($i: ChangePasswordInput!) { changePassword(input: $i) { id } }';
    expect(
      await user.refusal(change, { i: { currentPassword: 'not this', newPassword: 'a green kettle sings' } }),
    ).toBe('PASSWORD_WRONG');
    expect(await user.refusal(change, { i: { currentPassword: reset!.password, newPassword: 'short' } })).toBe(
      'PASSWORD_TOO_WEAK',
    );
    const same = { currentPassword: reset!.password, newPassword: reset!.password };
    expect(await user.refusal(change, { i: same })).toBe('PASSWORD_SAME');
    await user.ask(change, { i: { currentPassword: reset!.password, newPassword: api.password } });
    expect(await user.refusal('mutation { startSession { id } }')).toBeNull();
  });
});

describe('an API token', () => {
  it('reads reports, permits nothing else, and stops working once revoked', async () => {
    const { integrator, tokenId } = await newIntegrator();
    expect(await integrator.refusal('query { sessionReports { totalCount } }')).toBeNull();
    expect(await integrator.refusal('mutation { startSession { id } }')).toBe('FORBIDDEN');
    await api.owner.ask('mutation($id: ID!) { revokeApiToken(id: $id) { id } }', { id: tokenId });
    expect(await integrator.refusal('query { sessionReports { totalCount } }')).toBe('UNAUTHENTICATED');
  });
});
