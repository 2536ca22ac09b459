import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEVICE, startTestApi, type TestApi } from './test-api.js';

const JOIN = 'mutation($i: JoinSessionInput!) { joinSession(input: $i) { session { id } participant { id state } } }';
const by = (what: object) => ({ i: { name: 'Kim', locale: 'ko', device: DEVICE, ...what } });

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ TRUSTED_PROXIES: '127.0.0.1,::1' });
});
afterAll(() => api.stop());

/** Every test uses networks of its own. */
let net = 0;
beforeEach(() => void net++);
const from = (host: number | string) => {
  const user = api.stranger();
  user.forwardedFor = typeof host === 'string' ? host : `198.51.${net}.${host}`;
  return user;
};

/** The maximum number of live sessions of their CSRs. */
async function fifty(): Promise<{ number: string }[]> {
  const sessions: { number: string }[] = [];
  while (sessions.length < 50) {
    const csr = await api.staff('CSR');
    for (let i = 0; i < LIMITS.liveSessionsPerCsr; i++) sessions.push(await api.startSession(csr));
  }
  return sessions.slice(0, 50);
}

/** As many wrong numbers within a minute as the site tolerates, from many networks. */
const guessFromEverywhere = () =>
  Promise.all(
    Array.from({ length: LIMITS.guessesPerSiteMinute }, (_, i) =>
      from(`203.${i}.${net}.1`).refusal(JOIN, by({ number: '100000000' })),
    ),
  );

describe('joining by number', () => {
  it('accepts the number in any notation', async () => {
    const { number } = await api.startSession();
    const written = `${number.slice(0, 3)}-${number.slice(3, 6)} ${number.slice(6)}`;
    expect(await from(1).refusal(JOIN, by({ number: written }))).toBeNull();
  });

  it('gives the same answer for a wrong number, an ended session and an unused number', async () => {
    const ended = await api.startSession();
    await ended.csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id: ended.id });
    expect(await from(1).refusal(JOIN, by({ number: ended.number }))).toBe('SESSION_NUMBER_WRONG');
    expect(await from(2).refusal(JOIN, by({ number: '100000000' }))).toBe('SESSION_NUMBER_WRONG');
  });

  it('locks an IP address after five wrong numbers, also for the right one, and no other address', async () => {
    const { number } = await api.startSession();
    const guesser = from(1);
    for (let i = 0; i < LIMITS.guessesPerAddress; i++)
      expect(await guesser.refusal(JOIN, by({ number: '100000000' }))).toBe('SESSION_NUMBER_WRONG');
    expect(await guesser.refusal(JOIN, by({ number }))).toBe('JOIN_LOCKED');
    expect(await from(2).refusal(JOIN, by({ number }))).toBeNull();
    api.clock.turn(LIMITS.guessWindow + 1000);
    expect(await guesser.refusal(JOIN, by({ number }))).toBeNull();
  });

  it('counts a whole IPv6 /64 as one address', async () => {
    const guess = (host: string) => from(`2001:db8:${net}:1::${host}`).refusal(JOIN, by({ number: '100000000' }));
    for (let i = 1; i <= LIMITS.guessesPerAddress; i++) await guess(String(i));
    expect(await guess('ffff')).toBe('JOIN_LOCKED');
    expect(await from(`2001:db8:${net}:2::1`).refusal(JOIN, by({ number: '100000000' }))).toBe('SESSION_NUMBER_WRONG');
  });

  it('ignores a forwarded address that the client itself wrote', async () => {
    for (let i = 0; i < LIMITS.guessesPerAddress; i++)
      await from(`203.0.113.${i}, 198.51.${net}.9`).refusal(JOIN, by({ number: '100000000' }));
    expect(await from(9).refusal(JOIN, by({ number: '100000000' }))).toBe('JOIN_LOCKED');
  });

  it('checks five at most of many guesses that arrive at the same time', async () => {
    const guesser = from(1);
    const all = await Promise.all(Array.from({ length: 40 }, () => guesser.refusal(JOIN, by({ number: '100000000' }))));
    expect(all.filter((code) => code === 'SESSION_NUMBER_WRONG')).toHaveLength(LIMITS.guessesPerAddress);
    expect(all.filter((code) => code === 'JOIN_LOCKED')).toHaveLength(40 - LIMITS.guessesPerAddress);
  });

  it('admits fifty people behind one address who enter the right number at the same time', async () => {
    const sessions = await fifty();
    const joined = await Promise.all(sessions.map(({ number }) => from(1).refusal(JOIN, by({ number }))));
    expect(joined).toEqual(Array(50).fill(null));
    // a request that was refused for another reason was not counted as a guess either
    const { number } = sessions[0]!;
    for (let i = 0; i <= LIMITS.guessesPerAddress; i++)
      expect(await from(2).refusal(JOIN, by({ number, agreedTo: 'gone' }))).not.toBe('JOIN_LOCKED');
  });

  it('delays a client that has guessed wrong while many guess, and nobody else', async () => {
    const { number } = await api.startSession();
    const once = from(7);
    await once.refusal(JOIN, by({ number: '100000000' }));
    await guessFromEverywhere();
    const order: string[] = [];
    const began = performance.now();
    const joining = [once, from(1)].map(async (user) => {
      expect(await user.refusal(JOIN, by({ number }))).toBeNull();
      order.push(user === once ? 'who has guessed' : 'who has not');
    });
    await Promise.all(joining);
    expect(order).toEqual(['who has not', 'who has guessed']);
    expect(performance.now() - began).toBeGreaterThanOrEqual(LIMITS.guessDelay - 50);
  });

  it('limits a network to slow guesses after many, queues few of its attempts, and does not count the refused ones', async () => {
    const { number } = await api.startSession();
    const inside = (host: number) => from(`2001:db8:${net}:${host.toString(16)}::1`);
    const guesses = Array.from({ length: LIMITS.guessesPerNetwork }, (_, i) =>
      inside(i).refusal(JOIN, by({ number: '100000000' })),
    );
    await Promise.all(guesses);
    const more = Array.from({ length: 3 * LIMITS.delayedPerNetwork }, (_, i) =>
      inside(1000 + i).refusal(JOIN, by({ number: '100000000' })),
    );
    const codes = await Promise.all(more);
    expect(codes.filter((code) => code === 'SESSION_NUMBER_WRONG')).toHaveLength(LIMITS.delayedPerNetwork);
    expect(codes.filter((code) => code === 'TOO_MANY_REQUESTS')).toHaveLength(2 * LIMITS.delayedPerNetwork);
    const keys = more.map((_, i) => `join-from:2001:db8:${net}:${(1000 + i).toString(16)}::/64`);
    const counted = await api.prisma.throttle.findMany({ where: { key: { in: keys }, count: 1 } });
    expect(counted).toHaveLength(LIMITS.delayedPerNetwork);
    // another client of the network waits a moment, and joins
    expect(await inside(5000).refusal(JOIN, by({ number }))).toBeNull();
    expect(await from(`2001:db8:f${net}::1`).refusal(JOIN, by({ number }))).toBeNull();
  });

  it('counts a staff member’s wrong numbers for the account, and not for others at the same address', async () => {
    const { number } = await api.startSession();
    const assist = 'mutation($n: String!) { assistSession(number: $n) { participant { id } } }';
    const csr = await api.staff('CSR');
    csr.forwardedFor = `198.51.${net}.1`;
    for (let i = 0; i < LIMITS.guessesPerAddress; i++)
      expect(await csr.refusal(assist, { n: '100000000' })).toBe('SESSION_NUMBER_WRONG');
    expect(await csr.refusal(assist, { n: number })).toBe('JOIN_LOCKED');
    expect(await from(1).refusal(JOIN, by({ number }))).toBeNull();
    const colleague = await api.staff('CSR');
    colleague.forwardedFor = csr.forwardedFor;
    expect(await colleague.refusal(assist, { n: number })).toBeNull();
  });

  it('refuses hostile names and names that are too long with the invalid field, and displays unusual ones unchanged', async () => {
    const { number, id, csr } = await api.startSession();
    await expect(from(1).ask(JOIN, by({ number, name: 'x'.repeat(81) }))).rejects.toMatchObject({
      failure: { code: 'BAD_INPUT', fields: [{ path: 'name', rule: 'TOO_LONG' }] },
    });
    await from(2).ask(JOIN, by({ number, name: '<script>alert(1)</script>' }));
    const { session } = await csr.ask('query($id: ID!) { session(id: $id) { participants { name role } } }', { id });
    expect(session.participants.map(({ name }: { name: string }) => name)).toContain('<script>alert(1)</script>');
  });
});

describe('joining by a link', () => {
  const OPEN = 'mutation($t: String!) { openInvitation(token: $t) { name locale number } }';
  async function linked() {
    const { id, number, csr } = await api.startSession();
    const { createInvitationLink } = await csr.ask(
      'mutation($s: ID!) { createInvitationLink(input: { sessionId: $s, name: "Lee", locale: ko }) { url invitation { id } } }',
      { s: id },
    );
    const token = (createInvitationLink.url as string).split('/').at(-1)!;
    return { id, number, csr, token, invitationId: createInvitationLink.invitation.id as string };
  }

  it('shows whose invitation it is before the link is used up, and never counts as a guess', async () => {
    const { number, token } = await linked();
    const guest = from(1);
    for (let i = 0; i <= LIMITS.guessesPerAddress; i++)
      expect((await guest.ask(OPEN, { t: token })).openInvitation).toEqual({ name: 'Lee', locale: 'ko', number });
    expect(await guest.refusal(JOIN, by({ token }))).toBeNull();
  });

  it('expires after a day, even before a sweep', async () => {
    const { token } = await linked();
    api.clock.turn(LIMITS.invitationLife + 1000);
    for (const sweep of [async () => undefined, api.sweep]) {
      await sweep();
      expect(await from(1).refusal(OPEN, { t: token })).toBe('INVITATION_EXPIRED');
      expect(await from(1).refusal(JOIN, by({ token }))).toBe('INVITATION_EXPIRED');
    }
  });

  it('ends with the session', async () => {
    const { id, csr, token } = await linked();
    await csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id });
    expect(await from(1).refusal(OPEN, { t: token })).toBe('SESSION_ENDED');
    expect(await from(1).refusal(JOIN, by({ token }))).toBe('SESSION_ENDED');
  });

  it('fails with another site’s token, or with one wrong character', async () => {
    const { token, invitationId } = await linked();
    for (const wrong of [token.slice(1), `${token}x`, token.toUpperCase(), ''])
      expect(await from(1).refusal(OPEN, { t: wrong })).toBe('INVITATION_UNKNOWN');
    await api.prisma.site.create({ data: { id: 'elsewhere', name: 'E', locale: 'en', createdAt: new Date() } });
    await api.prisma.invitation.update({ where: { id: invitationId }, data: { siteId: 'elsewhere' } });
    expect(await from(1).refusal(OPEN, { t: token })).toBe('INVITATION_UNKNOWN');
    expect(await from(1).refusal(JOIN, by({ token }))).toBe('INVITATION_UNKNOWN');
    await api.prisma.invitation.update({ where: { id: invitationId }, data: { siteId: api.site.id } });
    await api.prisma.site.delete({ where: { id: 'elsewhere' } });
  });

  it('cannot be combined with a number: exactly one of the two', async () => {
    const { number, token } = await linked();
    expect(await from(1).refusal(JOIN, by({ number, token }))).toBe('BAD_INPUT');
    expect(await from(1).refusal(JOIN, by({}))).toBe('BAD_INPUT');
  });
});
